import type { CallOrder, CallOutcome, Readout, Subject, SubjectSetting } from '../runner/subject.js';

/** Everything that a router in another process can be asked, as name, arguments and answer. */
export interface SubjectMethods {
  start: { arguments: [SubjectSetting]; answer: undefined };
  run: { arguments: [CallOrder]; answer: CallOutcome };
  advance: { arguments: Parameters<Subject['advance']>; answer: undefined };
  setClock: { arguments: Parameters<Subject['setClock']>; answer: undefined };
  seedSpend: { arguments: Parameters<Subject['seedSpend']>; answer: undefined };
  setPrice: { arguments: Parameters<Subject['setPrice']>; answer: undefined };
  charge: { arguments: Parameters<Subject['charge']>; answer: undefined };
  sweep: { arguments: []; answer: undefined };
  reload: { arguments: Parameters<Subject['reload']>; answer: undefined };
  readout: { arguments: []; answer: Readout };
  close: { arguments: []; answer: undefined };
}

/** A question to the process. */
export interface ProcessQuestion {
  readonly id: number;
  readonly method: keyof SubjectMethods;
  readonly arguments: readonly unknown[];
}

/** Its answer. `refused` holds the paths of a configuration that was not accepted. */
export interface ProcessAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly refused?: readonly string[];
}
