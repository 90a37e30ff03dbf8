import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ConfigRefused, type SubjectProcess, type SubjectSetting } from '../runner/subject.js';

import type { ProcessAnswer, ProcessQuestion, SubjectMethods } from './process-messages.js';

/** Starts a router in a process of its own. */
export async function startProcess(folder: string, setting: SubjectSetting): Promise<SubjectProcess> {
  // Resolved here: the child must find the loader wherever it is started.
  const loader = pathToFileURL(createRequire(join(folder, 'worker.ts')).resolve('tsx')).href;
  const child = fork(join(folder, 'worker.ts'), { execArgv: ['-C', '@discord-intelligence/source', '--import', loader], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastWords = '';
  let count = 0;
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2_000);
  });
  child.on('message', ({ id, value, error, refused }: ProcessAnswer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (refused) asked?.reject(new ConfigRefused(refused, error ?? ''));
    else if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error(`The process of the router ended. ${lastWords}`));
      waiting.clear();
      resolve();
    });
  });
  // A run that dies must not leave processes behind.
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  void gone.then(() => process.off('exit', killOnExit));

  const ask = <Name extends keyof SubjectMethods>(method: Name, ...given: SubjectMethods[Name]['arguments']): Promise<SubjectMethods[Name]['answer']> =>
    new Promise((resolve, reject) => {
      if (!child.connected) {
        reject(new Error(`The process of the router is gone. ${lastWords}`));
        return;
      }
      const question: ProcessQuestion = { id: count++, method, arguments: given };
      waiting.set(question.id, { resolve: resolve as (value: unknown) => void, reject });
      child.send(question);
    });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };

  try {
    await ask('start', setting);
  } catch (error) {
    await kill();
    throw error;
  }
  return {
    run: (order) => ask('run', order),
    advance: async (ms) => { await ask('advance', ms); },
    setClock: async (epochMs) => { await ask('setClock', epochMs); },
    seedSpend: async (budget, usd) => { await ask('seedSpend', budget, usd); },
    setPrice: async (price) => { await ask('setPrice', price); },
    charge: async (charge) => { await ask('charge', charge); },
    sweep: async () => { await ask('sweep'); },
    reload: async (next) => { await ask('reload', next); },
    readout: () => ask('readout'),
    kill,
    async [Symbol.asyncDispose]() {
      if (child.connected) await ask('close').catch(() => undefined);
      await kill();
    },
  };
}
