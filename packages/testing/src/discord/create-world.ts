import { createChangeSignal } from '../wait/change-signal.js';

import { createCommandStore } from './commands/command-store.js';
import { addUser } from './people/people.js';
import { createSnowflakes } from './snowflake.js';
import { createViolationLog, describeViolation } from './violation-log.js';
import type { World } from './world.js';

interface CreateWorldOptions {
  readonly origin: string;
  readonly now: () => number;
  readonly announce: World['announce'];
  /** The last requests, for the errors of waits in vain. */
  readonly explain: () => string;
  readonly waitMs?: number;
}

/** Makes an empty world with nobody in it but the bot. */
export function createWorld({ origin, now, announce, explain, waitMs }: CreateWorldOptions): World {
  const nextId = createSnowflakes(now);
  const users: World['users'] = new Map();
  const bot = addUser({ nextId, users }, 'Test bot', { isBot: true });
  const violations = createViolationLog(() => { changed.notify(); });
  const changed = createChangeSignal(
    () => `Last requests:\n${explain() || '(none)'}\nViolations:\n${violations.list.map(describeViolation).join('\n') || '(none)'}`,
    waitMs,
  );
  return {
    now,
    nextId,
    origin,
    // The first part of a token is the bot's id in base64: clients read it from there.
    token: `${Buffer.from(bot.id).toString('base64url')}.fake00.${'t'.repeat(38)}`,
    bot,
    users,
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    removedMessageIds: new Set(),
    interactions: new Map(),
    files: new Map(),
    commands: createCommandStore(bot.id, nextId),
    violations,
    changed,
    announce,
  };
}
