import type OpenAI from 'openai';
import type { OpenAI as OpenAIClass } from 'openai';

import type { ProviderCall, SendCall } from './provider-call.js';
import type { TransportRequest } from './transport.js';

/** What a client is made with. */
export interface ProviderClientOptions {
  readonly apiKey: string;
  readonly baseURL: string;
  /** Of every request, besides those of the protocol. */
  readonly headers: Readonly<Record<string, string>>;
  readonly send: SendCall;
}

/** Makes clients of the SDK that leave headers and network to us. */
export type ProviderClients = (options: ProviderClientOptions) => OpenAI;

type FinalRequest = Parameters<OpenAI['buildRequest']>[0];

const JSON_TYPE = 'application/json';

/**
 * Takes two steps of the SDK over, both public methods of its client: address and headers, which are worked out
 * once instead of for each call, and the fetch. Parameters, answers, streams and errors stay the SDK's. Of the time
 * that a call takes in the SDK, 70 % was spent on these two. And its headers would not be the configuration's alone:
 * those of `OPENAI_CUSTOM_HEADERS`, meant for OpenAI, would go to every provider, before the key of the provider.
 *
 * @param version - Of the SDK, which introduces itself to providers.
 */
export function providerClients(Client: typeof OpenAIClass, version: string): ProviderClients {
  class ProviderClient extends Client {
    readonly #send: SendCall;
    readonly #fields: Readonly<Record<string, string>>;
    readonly #addresses = new Map<string, Pick<ProviderCall, 'origin' | 'path'>>();

    constructor({ apiKey, baseURL, headers, send }: ProviderClientOptions) {
      // What is not given here, the SDK would read from the environment. Time limits and repetitions are the router's.
      super({ apiKey, baseURL, adminAPIKey: null, organization: null, project: null, webhookSecret: null, logLevel: 'off', maxRetries: 0 });
      this.#send = send;
      const own = { accept: JSON_TYPE, 'user-agent': `OpenAI/JS ${version}`, authorization: `Bearer ${apiKey}` };
      // Real headers trim values and refuse impossible ones: a key may come with the line break of its file.
      this.#fields = Object.fromEntries(new Headers({ ...own, ...lowerCased(headers), 'content-type': JSON_TYPE, 'accept-encoding': 'identity' }));
    }

    override async buildRequest({ path, body, stream, fetchOptions }: FinalRequest): ReturnType<OpenAI['buildRequest']> {
      // How the transport hands its request through the SDK.
      const { headers, onHeaders, stop } = fetchOptions as unknown as TransportRequest;
      const { origin, path: fullPath } = this.#addresses.get(path) ?? this.#learn(path);
      const fields = headers ? { ...this.#fields, ...lowerCased(headers) } : this.#fields;
      const call: ProviderCall = { origin, path: fullPath, fields, body: JSON.stringify(body), isStream: stream === true, onHeaders, stop };
      return { req: call as never, url: fullPath, timeout: 0 };
    }

    override fetchWithTimeout(_url: unknown, call: unknown): Promise<Response> {
      return this.#send(call as ProviderCall);
    }

    #learn(path: string): Pick<ProviderCall, 'origin' | 'path'> {
      const { origin, pathname, search } = new URL(this.buildURL(path, undefined));
      const address = { origin, path: `${pathname}${search}` };
      this.#addresses.set(path, address);
      return address;
    }
  }
  return (options) => new ProviderClient(options);
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
