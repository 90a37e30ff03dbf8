import type OpenAI from 'openai';
import type { ClientOptions, OpenAI as OpenAIClass } from 'openai';

type FinalRequest = Parameters<OpenAI['buildRequest']>[0];

/**
 * Makes a client of the SDK that sends the headers it was given, those of a call, and no others. Left alone, the SDK adds
 * those of `OPENAI_CUSTOM_HEADERS`, whoever is asked, and lets them take the place of the key.
 *
 * @param headers - Of every request; they must have key and name of the SDK among them.
 */
export function withOwnHeaders(Client: typeof OpenAIClass, headers: Readonly<Record<string, string>>, options: ClientOptions): OpenAI {
  const ours = ['content-type', ...namesOf(headers)];

  class OwnHeadersClient extends Client {
    override async buildRequest(...[request, retry]: Parameters<OpenAI['buildRequest']>): ReturnType<OpenAI['buildRequest']> {
      const built = await super.buildRequest(request, retry);
      const allowed = new Set([...ours, ...namesOf(request.headers)]);
      // Always that: the type leaves open what a fetch would take.
      const sent = built.req.headers as Headers;
      for (const name of [...sent.keys()]) if (!allowed.has(name)) sent.delete(name);
      return built;
    }
  }
  return new OwnHeadersClient({ ...options, defaultHeaders: { ...headers } });
}

function namesOf(headers: FinalRequest['headers']): string[] {
  const names = headers instanceof Headers ? [...headers.keys()] : Array.isArray(headers) ? headers.map(([name]) => String(name)) : Object.keys(headers ?? {});
  return names.map((name) => name.toLowerCase());
}
