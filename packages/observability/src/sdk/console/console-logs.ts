import { LEVELS, type LevelName } from '../../levels.js';
import type { LogSink } from '../logs/log-processor.js';
import type { TreeConsole } from './tree-console.js';

const FROM_LOUDEST = (Object.entries(LEVELS) as [LevelName, number][]).reverse();

/** Hands finished log records to the console. */
export function consoleLogs(target: TreeConsole): LogSink {
  return ({ body, hrTime: [seconds, nanos], severityNumber, spanContext }) => {
    const number: number = severityNumber ?? LEVELS.info;
    const [level] = FROM_LOUDEST.find(([, least]) => number >= least) ?? ['info' as const];
    target.log({
      level,
      message: typeof body === 'string' ? body : '',
      time: seconds * 1000 + nanos / 1e6,
      traceId: spanContext?.traceId,
      spanId: spanContext?.spanId,
    });
  };
}
