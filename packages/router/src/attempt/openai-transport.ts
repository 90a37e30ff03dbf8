import type OpenAI from 'openai';
import type * as OpenAIModule from 'openai';
import type * as StreamingModule from 'openai/core/streaming';
import type * as UndiciModule from 'undici';

import type { Deployment } from '../deployments/deployment.js';

import { providerClients, type ProviderClients } from './provider-client.js';
import type { Chunk, Transport, TransportRequest } from './transport.js';

/** What the SDK is given where a server needs no key; it refuses an empty one. */
const NO_KEY = 'no-key';

/** The SDK's own timer, out of the way: time limits are ours. */
const NEVER_MS = 2_147_483_647;

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
  readonly agent: UndiciModule.Agent | undefined;
  readonly clients: Map<string, OpenAI>;
}

interface Libraries {
  readonly openai: typeof OpenAIModule;
  readonly streaming: typeof StreamingModule;
  /** Absent with a `fetch` of the caller's own. */
  readonly network: { readonly undici: typeof UndiciModule; readonly clients: ProviderClients } | undefined;
}

/** Sends through the `openai` SDK. SDK, agents and clients are made when first needed. */
export function createOpenAITransport({ fetch }: OpenAITransportOptions = {}): Transport {
  const connections = new Map<Deployment, Connection>();
  let libraries: Libraries | undefined;
  let loading: Promise<Libraries> | undefined;

  const load = async (): Promise<Libraries> => {
    const [openai, streaming, undici] = await Promise.all([import('openai'), import('openai/core/streaming'), fetch ? undefined : import('undici')]);
    return (libraries = { openai, streaming, network: undici && { undici, clients: providerClients(openai.OpenAI, undici) } });
  };

  return {
    prepare: () => (libraries ? undefined : (loading ??= load()).then(() => undefined)),
    async send(request) {
      const client = clientFor(request, libraries ?? (await (loading ??= load())));
      const options = callOptions(request);
      const sent = request.kind === 'chat' ? client.chat.completions.create(request.body as never, options) : client.embeddings.create(request.body as never, options);
      if (fetch && request.onHeaders) void sent.asResponse().then(request.onHeaders, () => undefined);
      return await sent;
    },
    async open(request) {
      const client = clientFor(request, libraries ?? (await (loading ??= load())));
      const stream = await client.chat.completions.create(request.body as never, callOptions(request));
      if (fetch) request.onHeaders?.();
      return stream as unknown as AsyncIterable<Chunk>;
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
    const options: OpenAIModule.ClientOptions = {
      apiKey: key.secret?.reveal() ?? NO_KEY,
      baseURL: baseURL ?? deployment.baseURL,
      // What the SDK would read from the environment is not ours to send elsewhere.
      organization: null,
      project: null,
      maxRetries: 0,
      timeout: NEVER_MS,
      logLevel: 'off',
      defaultHeaders: deployment.config.headers,
    };
    const { network } = loaded;
    const client = network && connection.agent ? network.clients(options, connection.agent) : new loaded.openai.OpenAI({ ...options, fetch });
    if (baseURL === undefined) connection.clients.set(key.id, client);
    return client;
  }

  function connect(deployment: Deployment, { network }: Libraries): Connection {
    const connection: Connection = { agent: network && openAgent(deployment, network.undici), clients: new Map() };
    connections.set(deployment, connection);
    return connection;
  }

  function callOptions(request: TransportRequest): OpenAIModule.OpenAI.RequestOptions {
    if (fetch) return { signal: request.signal, ...(request.headers && { headers: request.headers }) };
    // Read by the provider client, which takes the SDK's place at the network.
    return { fetchOptions: request as never };
  }
}

function openAgent({ config }: Deployment, { Agent }: typeof UndiciModule): UndiciModule.Agent {
  // Our own timers are finer and know why they fire.
  return new Agent({ connections: config.connections ?? DEFAULT_CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 });
}
