import { describe, expect, it } from '@jest/globals';

import { startTestServer } from '../support/start-test-server.js';

describe('the page of the documentation', () => {
  it('loads every file from its own server, under a policy that allows no others', async () => {
    await using server = await startTestServer();
    const { url } = server;
    const page = await fetch(`${url}/docs/`);
    const html = await page.text();
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'; ");
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/);

    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => new URL(path ?? '', `${url}/docs/`));
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) {
      expect(file.origin).toBe(url);
      const { status, headers } = await fetch(file);
      expect([file.pathname, status, headers.get('content-security-policy')]).toEqual([file.pathname, 200, policy]);
    }
    const style = await (await fetch(`${url}/docs/static/swagger-ui.css`)).text();
    expect([...style.matchAll(/url\(["']?(?!["']?data:)/g)]).toEqual([]);
    expect(html).not.toMatch(/<script[^>]*>[^<]*[^<\s][^<]*<\/script>|style=|on\w+="/);
    const own = await (await fetch(`${url}/docs/json`)).json();
    expect(own).toEqual(await (await fetch(`${url}/openapi.json`)).json());
  });

  it('gives out no other files', async () => {
    await using server = await startTestServer();
    const { url } = server;
    for (const path of ['nothing.js', '..%2fpackage.json', '..%2f..%2fpackage.json', '%00']) {
      const response = await fetch(`${url}/docs/static/${path}`);
      expect([path, await response.json()]).toMatchObject([path, { type: expect.stringMatching(/^\/problems\//), status: response.status }]);
      expect([400, 404]).toContain(response.status);
    }
    expect((await fetch(`${url}/docs/`, { method: 'POST' })).status).toBe(405);
  });
});
