import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** How a child ended and what it said. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly tookMs: number;
}

/** What happens to a child while it runs. */
export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Sent once the child has said `ready`. */
  readonly signal?: NodeJS.Signals | undefined;
}

/** Programs beside this file, built as a user's would be: our sources inside, OpenTelemetry outside. */
export interface Children extends Disposable {
  run(program: string, args?: readonly string[], options?: ChildOptions): Promise<ChildEnd>;
}

const PACKAGE = join(__dirname, '../..');
const MOST_MS = 25_000;

/** Builds programs as ES modules or as CommonJS, inside of the package, where their dependencies are found. */
export function buildChildren(format: 'esm' | 'cjs', programs: readonly string[]): Children {
  // The bundler of tsup, which makes the published build as well.
  const esbuild = createRequire(require.resolve('tsup')).resolve('esbuild/bin/esbuild');
  const folder = join(PACKAGE, 'node_modules/.test-children', randomBytes(6).toString('hex'));
  mkdirSync(folder, { recursive: true });
  execFileSync(esbuild, [
    ...programs.map((program) => join(__dirname, `${program}.ts`)),
    '--bundle',
    `--format=${format}`,
    ...(format === 'esm' ? ['--splitting'] : []),
    '--platform=node',
    '--target=node20',
    '--conditions=@discord-intelligence/source',
    '--external:@opentelemetry/*',
    '--external:fastify',
    '--external:undici',
    '--external:pino',
    '--log-level=error',
    `--outdir=${folder}`,
  ]);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: format === 'esm' ? 'module' : 'commonjs' }));

  return {
    run: (program, args = [], options = {}) => run(join(folder, `${program}.js`), args, options),
    [Symbol.dispose]() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(file: string, args: readonly string[], { env = {}, signal }: ChildOptions): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [file, ...args], {
      cwd: PACKAGE,
      // Nothing of the developer's environment decides what a program does here.
      env: { PATH: process.env.PATH, NODE_ENV: 'test', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let isSignalled = false;
    const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (signal === undefined || isSignalled || !stdout.includes('ready')) return;
      isSignalled = true;
      child.kill(signal);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, endSignal) => {
      clearTimeout(timer);
      resolve({ code, signal: endSignal, stdout, stderr, tookMs: performance.now() - startedAt });
    });
  });
}
