import { describe, expect, it } from '@jest/globals';

import { isLoopback } from '../../src/access/loopback.js';
import { startTestServer } from '../support/start-test-server.js';

const KEYS = ['first-key-0123456789', 'second-key-9876543210'];

describe('keys', () => {
  it.each(KEYS)('open the analyses, each one of them', async (key) => {
    await using server = await startTestServer({ keys: KEYS });
    const answers = ['Bearer', 'bearer'].map((scheme) => server.post('/v1/analyze', { text: 'a' }, { headers: { authorization: `${scheme} ${key}` } }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Basic ${KEYS[0]}`,
    KEYS[0],
    'Bearer first-key-012345678',
    `Bearer ${KEYS[0]}x`,
    `Bearer ${KEYS.join(',')}`,
    `Bearer ${KEYS[0]} x`,
  ])('that are missing or wrong are refused without being repeated: %s', async (authorization) => {
    await using server = await startTestServer({ keys: KEYS });
    const answer = await server.post('/v1/topics', { text: 'a' }, { headers: { ...(authorization !== undefined && { authorization }) } });
    expect(answer).toMatchObject({ status: 401, json: { type: '/problems/unauthorized' } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(answer.text).not.toContain('key-');
  });

  it('are not asked for where nothing is analysed', async () => {
    await using server = await startTestServer({ keys: KEYS });
    const paths = ['/livez', '/readyz', '/openapi.json', '/problems/unauthorized'];
    expect(await Promise.all(paths.map(async (path) => (await server.request(path)).status))).toEqual([200, 200, 200, 200]);
  });
});

describe('a page of another site', () => {
  it.each([['cross-site', 403], ['same-site', 403], ['same-origin', 200], ['none', 200]])('that is %s gets %i', async (site, status) => {
    await using server = await startTestServer();
    expect((await server.post('/v1/analyze', { text: 'a' }, { headers: { 'sec-fetch-site': site } })).status).toBe(status);
  });
});

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('says yes to %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.org', '127.evil.example', 'example.org', '', '::ffff:10.0.0.1'])('says no to %s', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
