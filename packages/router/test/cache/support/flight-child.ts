// A process of its own: takes part in a flight and tells what became of it, one line of JSON each.
import { createCacheRedisKeys } from '../../../src/redis/redis-keys.js';
import { createProcessFlight } from '../../../src/cache/single-flight/process-flight.js';
import { createRedisConnection } from '../../../src/redis/redis-connection.js';

const [url = '', prefix = '', key = '', behaviour = ''] = process.argv.slice(2);
const redis = createRedisConnection({ url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000 });
const flight = createProcessFlight({ redis, keys: createCacheRedisKeys(prefix), leaseMs: 2_000 });
const tell = (line: object) => process.stdout.write(`${JSON.stringify({ pid: process.pid, ...line })}\n`);

await redis.ready();
tell({ event: 'ready' });
// The parent lets all of them go at once.
await new Promise((resolve) => process.stdin.once('data', resolve));
const entry = await flight.enter(key);
tell({ event: entry.kind, ...(entry.kind === 'landed' && { text: entry.text }) });
if (entry.kind === 'lead' && behaviour === 'answer') {
  await new Promise((resolve) => setTimeout(resolve, 200));
  await entry.land({ text: `by ${process.pid}`, isForAll: true });
}
// A process that hangs keeps its lease alive until it is killed.
if (entry.kind === 'lead' && behaviour === 'hang') await new Promise((resolve) => setTimeout(resolve, 60_000));
await redis.close();
process.stdin.destroy();
