import { ConfigRefused, type Subject } from '../runner/subject.js';

import type { ProcessAnswer, ProcessQuestion, SubjectMethods } from './process-messages.js';
import { startRouterSubject } from './router-subject.js';
import { warmUp } from './warm-up.js';

/** The other end of `startProcess`: one router, told what to do over the channel of the process. */
let subject: Subject | undefined;

const methods: { readonly [Name in keyof SubjectMethods]: (...given: SubjectMethods[Name]['arguments']) => Promise<unknown> } = {
  start: async (setting) => {
    await warmUp();
    subject = await startRouterSubject(setting);
  },
  run: (order) => started().run(order),
  advance: (ms) => started().advance(ms),
  setClock: (epochMs) => started().setClock(epochMs),
  seedSpend: (budget, usd) => started().seedSpend(budget, usd),
  setPrice: (price) => started().setPrice(price),
  charge: (charge) => started().charge(charge),
  sweep: () => started().sweep(),
  reload: (next) => started().reload(next),
  readout: () => started().readout(),
  close: async () => started()[Symbol.asyncDispose](),
};

process.on('message', ({ id, method, arguments: given }: ProcessQuestion) => {
  const call = methods[method] as (...args: readonly unknown[]) => Promise<unknown>;
  call(...given).then(
    (value) => { answer({ id, value }); },
    (error: unknown) => {
      answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error), ...(error instanceof ConfigRefused && { refused: error.paths }) });
    },
  );
});
// The parent is gone: so are we.
process.on('disconnect', () => { process.exit(0); });

function answer(message: ProcessAnswer): void {
  if (process.connected) process.send?.(message);
}

function started(): Subject {
  if (!subject) throw new Error('The router was not started');
  return subject;
}
