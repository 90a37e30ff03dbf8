import type { Secret } from '@discord-intelligence/config';
import * as z from 'zod';

import { once } from '../once.js';
import { COMMAND_TIMEOUT_RANGE_MS } from '../redis/redis-connection.js';

import { duration } from './quantity.js';

/** The Redis that shares state among processes. */
export const redisConfig = once(() => z.strictObject({
  url: z.union([z.string().min(1), z.custom<Secret>(isSecretLike)]),
  /** Begin of every key and channel. */
  prefix: z.string().max(100).optional(),
  /** Limit of one command. */
  commandTimeout: duration().pipe(z.number().min(COMMAND_TIMEOUT_RANGE_MS.min).max(COMMAND_TIMEOUT_RANGE_MS.max)).optional(),
  /** Processes that share it: while it is away, each takes its part of limits. */
  expectedProcesses: z.number().int().min(1).default(1),
}));

function isSecretLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'reveal' in value;
}
