import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { runServer } from 'verdaccio';

import { SCOPE } from '../workspace/find-projects.js';

/** A package registry on loopback that knows our scope and nothing else. */
export interface Registry extends AsyncDisposable {
  readonly url: string;
  /** What an `.npmrc` needs to publish to it and install from it; all other packages stay with the user's registry. */
  readonly npmrc: string;
}

/**
 * Starts a registry inside this process, so that however the process ends the
 * registry ends with it. Callers must not block the event loop meanwhile.
 *
 * @param folder Where it keeps what it holds: outside of any workspace, made if need be.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  // A path of its own for every run: npm's cache remembers answers by address,
  // and a later rehearsal may well get the same port again.
  const path = `/rehearsal-${randomBytes(6).toString('hex')}/`;
  mkdirSync(folder, { recursive: true });
  const configuration = {
    storage: join(folder, 'storage'),
    self_path: join(folder, 'config.yaml'),
    configPath: join(folder, 'config.yaml'),
    url_prefix: path,
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    packages: { [`${SCOPE}/*`]: { access: '$all', publish: '$authenticated' } },
    uplinks: {},
    max_body_size: '200mb',
    web: { enable: false },
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  };
  // The library declares no type here; it is Node.js' own server.
  const verdaccio = (await runServer(configuration)) as Server;
  // It writes its prefix into addresses but leaves it to a proxy to take it off again.
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(path)) return void response.writeHead(404).end();
    request.url = request.url.slice(path.length - 1);
    verdaccio.emit('request', request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const address = `//127.0.0.1:${port}${path}`;
  const token = await signUp(`http:${address}`);
  return {
    url: `http:${address}`,
    npmrc: [`${SCOPE}:registry=http:${address}`, `${address}:_authToken=${token}`, ''].join('\n'),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** npm publishes with a token only, even where anyone may publish; an account that lives as long as the registry gives one. */
async function signUp(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:rehearsal`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'rehearsal', password: randomBytes(12).toString('hex') }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined) throw new Error(`The rehearsal registry gave no account: ${response.status}`);
  return token;
}
