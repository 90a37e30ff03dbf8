import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { FakeOpenAI, FakeProvider } from '../openai/fake-openai.js';
import { failure, toolCall } from '../openai/replies.js';
import { startFakeOpenAI } from '../openai/start-fake-openai.js';
import { temporaryFolder } from '../temporary-folder/temporary-folder.js';
import { ROUTED_ANSWERS } from './routed-answers.js';

const ANSWERS: Readonly<Record<string, unknown>> = ROUTED_ANSWERS;

/** Two providers behind a router: the first is always down, the second answers. */
export interface RoutedModels extends AsyncDisposable {
  /** For `LITELLM_CONFIG`. */
  readonly configPath: string;
  readonly server: FakeOpenAI;
  /** Answers 503 to everything; its model is `first-model`. */
  readonly down: FakeProvider;
  /** Answers with `ROUTED_ANSWERS`; its model is `second-model`. */
  readonly up: FakeProvider;
}

/** What differs between tests. */
export interface RoutedModelsOptions {
  /** How the keys stand in the file: `env:NAME`, or the key itself. @default 'none' */
  readonly key?: string;
  /** What the broken provider says in its error. @default 'scripted 503' */
  readonly complaint?: string;
}

/**
 * Starts two fake providers and writes the router's YAML for them: a request tries the first twice (one retry), and
 * then falls back to the second, which has a price.
 */
export async function startRoutedModels({ key = 'none', complaint }: RoutedModelsOptions = {}): Promise<RoutedModels> {
  const server = await startFakeOpenAI();
  const folder = await temporaryFolder();
  const [down, up] = [server.provider('down'), server.provider('up')];
  down.always(failure(503, complaint === undefined ? {} : { message: complaint }));
  up.always((call) => {
    const name = toolOf(call.body);
    return toolCall(name, ANSWERS[name], { usage: { prompt: 100, completion: 10 } }).play(call);
  });
  const configPath = join(folder.path, 'router.yaml');
  const deployment = (provider: FakeProvider, model: string) =>
    `{provider: own, baseURL: "${provider.baseUrl}", model: ${model}, keys: ["${key}"], price: {in: 1, out: 2}, cooldown: 0}`;
  await writeFile(
    configPath,
    `deployments:
  a: ${deployment(down, 'first-model')}
  b: ${deployment(up, 'second-model')}
groups: {weak: [a], strong: [b]}
useCases:
  analysis: {chain: [weak, strong]}
  general: {chain: [weak, strong]}
retry: {max: 1, base: 1ms, cap: 1ms}
`,
  );
  return {
    configPath,
    server,
    down,
    up,
    async [Symbol.asyncDispose]() {
      await folder[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** The name of the only tool of a request. */
function toolOf(body: unknown): string {
  const { tools } = body as { readonly tools?: readonly { readonly function: { readonly name: string } }[] };
  return tools?.[0]?.function.name ?? '';
}
