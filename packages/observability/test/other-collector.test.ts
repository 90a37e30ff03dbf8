import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '@discord-intelligence/config';
import { startOtlpReceiver } from '@discord-intelligence/testing';

import { llmSpan, setupLogfire, span } from '../src/index.js';

// In a process of its own, as collectors are; it cannot unzip.
const PROGRAM = `
const { MockOtlpServer, normalizeTrace } = require('@elastic/mockotlpserver');
const server = new MockOtlpServer({
  logLevel: 'fatal', services: ['http'], httpHostname: '127.0.0.1', httpPort: 0,
  onTrace: (trace) => console.log(JSON.stringify(normalizeTrace(trace))),
});
server.start().then(() => console.log(String(server.httpUrl)));
`;

describe('another collector', () => {
  it('reads the same out of what we send as our own: @elastic/mockotlpserver', async () => {
    await using ours = await startOtlpReceiver();
    const child = spawn(process.execPath, ['-e', PROGRAM], { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      const nextLine = async () => String((await lines.next()).value);
      const theirUrl = await nextLine();
      for (const url of [theirUrl, ours.url]) {
        const config = loadConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_COMPRESSION: 'none' });
        await using telemetry = await setupLogfire({ isEnabled: true, handleExit: false, runtimeMetrics: false, config, warn: () => undefined });
        span('understood', { number: 1, share: 0.5, flag: true, list: ['a', 'b'], text: 'äöü😀', object: { a: [1] } }, (current) => {
          current.addEvent('noted', { at: 1 });
          llmSpan({ provider: 'p', model: 'm' }, () => undefined);
        });
        expect(await telemetry.flush()).toBe(true);
      }
      const { resourceSpans } = JSON.parse(await nextLine()) as { readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly TheirSpan[] }[] }[] };
      const theirs = resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
      expect(theirs.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['chat m SPAN_KIND_CLIENT', 'understood SPAN_KIND_INTERNAL']);
      expect(ours.tree()).toBe('understood [internal]\n  chat m [client]');
      expect(theirs[1]?.attributes).toEqual(ours.span('understood').attributes);
      expect(theirs[1]?.events.map(({ name }) => name)).toEqual(ours.span('understood').events.map(({ name }) => name));
    } finally {
      child.kill();
      await once(child, 'close');
    }
  });
});

interface TheirSpan {
  readonly name: string;
  readonly kind: string;
  readonly attributes: object;
  readonly events: readonly { readonly name: string }[];
}
