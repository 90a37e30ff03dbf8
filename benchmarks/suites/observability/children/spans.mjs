// Makes spans when it is told to, and tells what processor time that took, delivery included.
import { openTelemetry } from './telemetry.mjs';

const { kind, url, folder } = JSON.parse(process.argv[2]);
const ATTRIBUTES = { 'llm.model': 'gpt-x', 'text.length': 1234, route: '/v1/analyse', cached: false };
/** Spans between two deliveries, one batch of OpenTelemetry's own default. */
const BATCH = 512;
const work = () => 1;
const workLater = async () => 1;

const { span, flush } = await openTelemetry({ kind, url, folder });

process.on('message', async ({ spans, isAsync }) => {
  const before = process.cpuUsage();
  try {
    for (let done = 0; done < spans; ) {
      const end = kind === 'none' || kind === 'off' ? spans : Math.min(spans, done + BATCH);
      if (isAsync) for (; done < end; done += 1) await span('work', ATTRIBUTES, workLater);
      else for (; done < end; done += 1) span('work', ATTRIBUTES, work);
      await flush();
    }
    const { user, system } = process.cpuUsage(before);
    process.send({ cpuUs: user + system });
  } catch (error) {
    process.send({ failure: String(error) });
  }
});
process.on('disconnect', () => process.exit());
process.send({});
