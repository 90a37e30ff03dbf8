import type OpenAI from 'openai';
import type * as StreamingModule from 'openai/core/streaming';
import type * as UndiciModule from 'undici';

import type { Deployment } from '../deployments/deployment.js';

import { dispatchCall } from './dispatch-call.js';
import { fetchCall } from './fetch-call.js';
import type { SendCall } from './provider-call.js';
import { providerClients, type ProviderClients } from './provider-client.js';
import type { Chunk, Transport, TransportRequest } from './transport.js';

/** What the SDK is given where a server needs no key; it refuses an empty one. */
const NO_KEY = 'no-key';

/** Sockets to one deployment at a time, unless it says otherwise. */
const DEFAULT_CONNECTIONS = 128;

/** How the SDK reaches the network. */
export interface OpenAITransportOptions {
  /**
   * @default one undici agent for each deployment, without `fetch`'s own cost
   */
  readonly fetch?: typeof globalThis.fetch;
}

/** Connections and clients of one deployment. */
interface Connection {
  readonly send: SendCall;
  /** Absent with a `fetch` of the caller's own. */
  readonly agent?: UndiciModule.Agent;
  readonly clients: Map<string, OpenAI>;
}

interface Libraries {
  readonly clients: ProviderClients;
  readonly streaming: typeof StreamingModule;
  /** Absent with a `fetch` of the caller's own. */
  readonly undici: typeof UndiciModule | undefined;
}

/** Sends through the `openai` SDK. SDK, agents and clients are made when first needed. */
export function createOpenAITransport({ fetch }: OpenAITransportOptions = {}): Transport {
  const connections = new Map<Deployment, Connection>();
  let libraries: Libraries | undefined;
  let loading: Promise<Libraries> | undefined;

  const load = async (): Promise<Libraries> => {
    const [{ OpenAI }, { VERSION }, streaming, undici] = await Promise.all([import('openai'), import('openai/version'), import('openai/core/streaming'), fetch ? undefined : import('undici')]);
    return (libraries = { clients: providerClients(OpenAI, VERSION), streaming, undici });
  };

  return {
    prepare: () => (libraries ? undefined : (loading ??= load()).then(() => undefined)),
    async send(request) {
      const client = clientFor(request, libraries ?? (await (loading ??= load())));
      return await (request.kind === 'chat' ? client.chat.completions.create(request.body as never, handing(request)) : client.embeddings.create(request.body as never, handing(request)));
    },
    async open(request) {
      const client = clientFor(request, libraries ?? (await (loading ??= load())));
      return (await client.chat.completions.create(request.body as never, handing(request))) as unknown as AsyncIterable<Chunk>;
    },
    async streamOf(iterate, controller) {
      const { streaming } = libraries ?? (await (loading ??= load()));
      return new streaming.Stream<Chunk>(iterate, controller);
    },
    async release(deployment) {
      const connection = connections.get(deployment);
      connections.delete(deployment);
      await connection?.agent?.close();
    },
    async close() {
      const open = [...connections.values()];
      connections.clear();
      await Promise.all(open.map(async ({ agent }) => agent?.destroy()));
    },
  };

  function clientFor({ deployment, key, baseURL }: TransportRequest, loaded: Libraries): OpenAI {
    const connection = connections.get(deployment) ?? connect(deployment, loaded);
    const made = baseURL === undefined ? connection.clients.get(key.id) : undefined;
    if (made) return made;
    const client = loaded.clients({ apiKey: key.secret?.reveal() ?? NO_KEY, baseURL: baseURL ?? deployment.baseURL, headers: deployment.config.headers, send: connection.send });
    if (baseURL === undefined) connection.clients.set(key.id, client);
    return client;
  }

  function connect(deployment: Deployment, { undici }: Libraries): Connection {
    const connection = undici ? overAgent(deployment, undici) : { send: (call) => fetchCall(fetch!, call), clients: new Map() } satisfies Connection;
    connections.set(deployment, connection);
    return connection;
  }
}

/** Read by the provider client, which takes the SDK's place at the network. */
function handing(request: TransportRequest): OpenAI.RequestOptions {
  return { fetchOptions: request as never };
}

function overAgent({ config }: Deployment, undici: typeof UndiciModule): Connection {
  // Our own timers are finer and know why they fire.
  const agent = new undici.Agent({ connections: config.connections ?? DEFAULT_CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 });
  const fetch = ((url: string, init: object) => undici.fetch(url, { ...init, dispatcher: agent })) as unknown as typeof globalThis.fetch;
  // Redirections are rare, and what `fetch` does about them (methods, bodies, keys for other hosts) is intricate: it gets the call anew.
  return { agent, send: (call) => dispatchCall(agent, call, (again) => fetchCall(fetch, again)), clients: new Map() };
}
