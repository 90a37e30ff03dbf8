/** Makes five spans, leaves a sixth open, logs a line, and ends in one of several ways. */
import { metrics, info, setupLogfire, span, startSpan } from '../../src/index.js';

const how = process.argv[2] ?? 'natural';

async function main(): Promise<void> {
  if (how === 'signal-handled-once') {
    process.once('SIGTERM', () => setTimeout(() => process.exit(43), 20));
    setInterval(() => undefined, 1000);
  }
  const telemetry = await setupLogfire();
  for (let index = 1; index <= 5; index++) span(`work ${index}`, { index }, () => undefined);
  startSpan('still open');
  info('about to end');
  metrics.llm.cost.add(0.5, { provider: 'p', model: 'm', route: 'r' });
  process.stdout.write('ready\n');

  switch (how) {
    case 'natural':
      process.exitCode = 3;
      break;
    case 'exit':
      process.exit(7);
      break;
    case 'exit-in-shutdown':
      void telemetry.shutdown();
      process.exit(8);
      break;
    case 'throw':
      setImmediate(() => {
        throw new Error('thrown');
      });
      break;
    case 'reject':
      void Promise.reject(new Error('rejected'));
      break;
    case 'signal':
      setInterval(() => undefined, 1000);
      break;
    case 'signal-handled':
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(42), 20);
      });
      setInterval(() => undefined, 1000);
      break;
  }
}

void main();
