import type OpenAI from 'openai';
import type { ClientOptions, OpenAI as OpenAIClass } from 'openai';
import type * as UndiciModule from 'undici';

import { abortSignalOf } from '../stop-signal.js';

import { dispatchCall, type Follow, type ProviderCall } from './dispatch-call.js';
import type { TransportRequest } from './transport.js';

/** Makes clients of the SDK that reach the network through an agent. */
export type ProviderClients = (options: ClientOptions, agent: UndiciModule.Agent) => OpenAI;

/** Where the calls of one kind go, and what goes along with each of them. */
interface Route {
  readonly origin: string;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Takes two steps of the SDK over, both public methods of its client: address and headers, which are worked out
 * once for each kind of call instead of for each call, and the fetch. Parameters, answers, streams and errors stay
 * the SDK's. Of the time that a call takes in the SDK, 70 % was spent on these two.
 */
export function providerClients(Client: typeof OpenAIClass, undici: typeof UndiciModule): ProviderClients {
  class ProviderClient extends Client {
    static {
      // The SDK introduces itself to providers by the name of its class.
      Object.defineProperty(this, 'name', { value: Client.name });
    }

    readonly #agent: UndiciModule.Agent;
    readonly #routes = new Map<string, Route>();
    readonly #follow: Follow;

    constructor(options: ClientOptions, agent: UndiciModule.Agent) {
      super(options);
      this.#agent = agent;
      this.#follow = (call) => followRedirects(undici, agent, call);
    }

    override async buildRequest(options: Parameters<OpenAI['buildRequest']>[0]): ReturnType<OpenAI['buildRequest']> {
      const { origin, path, fields } = this.#routes.get(options.path) ?? (await this.#learn(options));
      // How `send` below hands its request through the SDK.
      const { headers, onHeaders, stop } = options.fetchOptions as unknown as TransportRequest;
      const call: ProviderCall = { origin, path, fields: headers ? { ...fields, ...lowerCased(headers) } : fields, body: JSON.stringify(options.body), isStream: options.stream === true, onHeaders, stop };
      return { req: call as never, url: path, timeout: 0 };
    }

    override fetchWithTimeout(_url: unknown, call: unknown): Promise<Response> {
      return dispatchCall(this.#agent, call as ProviderCall, this.#follow);
    }

    async #learn({ method, path }: Parameters<OpenAI['buildRequest']>[0]): Promise<Route> {
      const { req, url } = await super.buildRequest({ method, path, body: {} });
      const { origin, pathname, search } = new URL(url);
      const route: Route = { origin, path: `${pathname}${search}`, fields: { ...Object.fromEntries(req.headers), 'accept-encoding': 'identity' } };
      this.#routes.set(path, route);
      return route;
    }
  }
  return (options, agent) => new ProviderClient(options, agent);
}

/** Redirections are rare, and what `fetch` does about them (methods, bodies, keys for other hosts) is intricate: it gets the call anew. */
async function followRedirects({ fetch }: typeof UndiciModule, dispatcher: UndiciModule.Agent, { origin, path, fields, body, stop }: ProviderCall): Promise<Response> {
  const response: unknown = await fetch(`${origin}${path}`, { method: 'POST', headers: fields, body, dispatcher, signal: abortSignalOf(stop) });
  // The SDK reads it as it reads Node's own: undici's class is the same one, under a name of its own.
  return response as Response;
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
