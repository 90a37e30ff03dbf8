import { connect } from 'node:net';

import type { Check } from './check.js';

const DEFAULT_PORT = 6379;
/** A Redis that is near answers in milliseconds. */
const DEADLINE_MS = 2000;

/** Whether anything listens where `LITELLM_REDIS_URL` leads. Nothing is sent, so no password is needed. */
export const checkRedis: Check = async ({ config, io }) => {
  if (config === undefined) return [];
  const name = 'LITELLM_REDIS_URL';
  const secret = config.litellm.redisUrl;
  if (secret === undefined) {
    return [{ name, status: 'off', detail: 'not set', action: 'Set it to share budgets, limits and cache between processes.' }];
  }
  const { hostname, port } = new URL(secret.reveal());
  const isReachable = await canConnect(hostname.replaceAll(/[[\]]/g, ''), port === '' ? DEFAULT_PORT : Number(port), io.signal);
  return [
    isReachable
      ? { name, status: 'ok', detail: 'set, and the server can be reached' }
      : { name, status: 'problem', detail: 'set, but no server answers there', action: 'Start Redis, or correct the address.' },
  ];
};

function canConnect(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, signal });
    const end = (isReachable: boolean) => {
      socket.destroy();
      resolve(isReachable);
    };
    socket.setTimeout(DEADLINE_MS, () => {
      end(false);
    });
    socket.once('connect', () => {
      end(true);
    });
    socket.on('error', () => {
      end(false);
    });
  });
}
