import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { childProgram, startChild } from './child.js';

const PACKAGE = '@portkey-ai/gateway@1.15.2';
const INSTALL_TIMEOUT_MS = 180_000;
const START_TIMEOUT_MS = 20_000;

/** A running Portkey gateway. */
export interface Portkey extends AsyncDisposable {
  readonly url: string;
  /** What a request carries so that it is sent on to this provider. */
  readonly headers: Readonly<Record<string, string>>;
  /** Processor time of the gateway since its start, in microseconds. */
  readonly cpuUs: () => Promise<number>;
}

/** Installs the gateway into a folder of its own and starts it; a text says why not. */
export async function startPortkey(providerUrl: string): Promise<Portkey | string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-portkey-'));
  const remove = () => { rmSync(folder, { recursive: true, force: true }); };
  const npm = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', PACKAGE];
  const { status, stderr } = spawnSync('npm', npm, { encoding: 'utf8', timeout: INSTALL_TIMEOUT_MS });
  if (status !== 0) {
    remove();
    return `${PACKAGE} could not be installed (${/npm error code (\w+)/u.exec(stderr)?.[1] ?? `npm ended with ${String(status)}`})`;
  }
  const port = await freePort();
  const program = join(folder, 'node_modules/@portkey-ai/gateway/build/start-server.js');
  const gateway = startChild(['--require', childProgram('report-cpu.cjs'), program, '--headless', `--port=${port}`], {
    cwd: folder,
    isQuiet: true,
    env: { ...process.env, NODE_ENV: 'production', TRUSTED_CUSTOM_HOSTS: '127.0.0.1,localhost' },
  });
  const stop = async () => {
    await gateway[Symbol.asyncDispose]();
    remove();
  };
  if (!(await answers(port))) {
    await stop();
    return `${PACKAGE} did not answer within ${START_TIMEOUT_MS / 1_000} s`;
  }
  return {
    url: `http://127.0.0.1:${port}/v1`,
    headers: { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': providerUrl },
    cpuUs: async () => (await gateway.ask<{ cpuUs: number }>({})).cpuUs,
    [Symbol.asyncDispose]: stop,
  };
}

async function answers(port: number): Promise<boolean> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    try {
      await (await fetch(`http://127.0.0.1:${port}/`)).text();
      return true;
    } catch {
      await delay(50);
    }
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => { resolve(port); });
    });
  });
}
