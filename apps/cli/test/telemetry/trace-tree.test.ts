import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startTracedModels, temporaryFolder } from '@discord-intelligence/testing';
import { expect, it, jest } from '@jest/globals';

import { spawnCli } from '../support/spawn-cli.js';

// It starts Node and compiles the sources in it.
jest.setTimeout(120_000);

/** Three attempts: the first provider, the same once more, the second provider. */
const ROUTED = (route: string) => `      structured ${route === 'general' ? 'sentiment' : 'comprehensive'}_analysis [internal]
        router ${route} [internal]
          chat first-model [client]
            POST [client]
          chat first-model [client]
            POST [client]
          chat second-model [client]
            POST [client]`;

const TREE = `cli.analyze [internal]
  pipeline.analysis [internal]
    execute_tool sentiment [internal]
${ROUTED('general')}
    execute_tool comprehensive [internal]
${ROUTED('analysis')}`;

it('one command is one trace down to each attempt, in the eyes of Logfire and of another collector', async () => {
  await using models = await startTracedModels();
  const { logfire, other } = models;
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'road.txt'), 'The new road is fine.\n');

  const { code, stdout, stderr } = await spawnCli(['analyze', 'road.txt', '--json', '--only', 'sentiment'], {
    cwd: folder.path,
    environment: { ...models.environment, OTEL_SERVICE_NAME: 'the-command' },
  });

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ status: 'success', outcomes: { sentiment: { model: 'second-model' } } });
  await other.until('the whole trace', () => other.spans.some(({ name }) => name === 'cli.analyze'));
  expect(logfire.tree()).toBe(TREE);
  expect(other.tree()).toBe(TREE);
  expect(new Set([...logfire.spans, ...other.spans].map(({ traceId }) => traceId)).size).toBe(1);
  expect(Object.fromEntries(other.spans.map(({ spanId, attributes }) => [spanId, attributes]))).toEqual(
    Object.fromEntries(logfire.spans.map(({ spanId, attributes }) => [spanId, attributes])),
  );

  expect(logfire.span('cli.analyze')).toMatchObject({
    resource: { 'service.name': 'the-command' },
    attributes: { 'cli.inputs': 1, 'cli.format': 'json', 'process.exit.code': 0 },
  });
  expect(logfire.span('structured sentiment_analysis').attributes).toMatchObject({
    'gen_ai.output.type': 'json',
    'llm.structured.schema.name': 'sentiment_analysis',
    'llm.structured.valid': true,
  });
  expect(logfire.span('router general').attributes).toMatchObject({ 'llm.router.route': 'general', 'llm.router.attempts': 3, 'llm.router.selected.model': 'second-model' });
  const attempts = logfire.spans.filter(({ name, parentId }) => name.startsWith('chat ') && parentId === logfire.span('router general').spanId);
  expect(attempts.map(({ status, attributes }) => [attributes['llm.router.attempt'], attributes['gen_ai.request.model'], status])).toEqual([
    [1, 'first-model', 'error'],
    [2, 'first-model', 'error'],
    [3, 'second-model', 'unset'],
  ]);
  for (const { attributes } of attempts) expect(attributes).toMatchObject({ 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': expect.any(String), 'server.address': '127.0.0.1' });
  // 100 tokens at 1 USD and 10 at 2 USD a million; what failed cost nothing that is known.
  expect(attempts.map(({ attributes }) => attributes['operation.cost'])).toEqual([undefined, undefined, expect.closeTo(0.00012, 9)]);
  expect(attempts[2]?.attributes).toMatchObject({ 'gen_ai.response.model': 'second-model', 'gen_ai.usage.input_tokens': 100, 'gen_ai.usage.output_tokens': 10 });

  // Trace ids are none of a provider's business.
  for (const { headers } of [...models.down.calls, ...models.up.calls]) expect(headers.traceparent).toBeUndefined();
  const names = new Set(logfire.metrics.map(({ name }) => name));
  for (const name of ['analysis.duration', 'gen_ai.client.operation.duration', 'llm.cost.usd', 'llm.router.retries', 'llm.router.fallbacks', 'llm.structured.outputs']) expect(names).toContain(name);
});
