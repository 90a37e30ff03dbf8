import type { ChangeSignal } from '../wait/change-signal.js';

import type { CommandStore } from './commands/command-store.js';
import type { StoredFile } from './messages/stored-file.js';
import type { StoredInteraction } from './interactions/stored-interaction.js';
import type { StoredMessage } from './messages/stored-message.js';
import type { ViolationLog } from './violation-log.js';
import type { Account } from './people/people.js';

/** A server of the fake. */
export interface FakeGuild {
  readonly id: string;
  readonly name: string;
}

/** A place for messages: a channel of a guild, or a direct message when `guildId` is absent. */
export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  readonly guildId?: string;
  /** The person at the other end of a direct message. */
  readonly recipientId?: string;
}

/** Something that happened and that gateway sessions may hear of. */
export interface WorldEvent {
  /** Name of the dispatch, such as `MESSAGE_CREATE`. */
  readonly name: string;
  readonly data: unknown;
  /** The same for sessions without the message content intent, where that differs. */
  readonly dataWithoutContent?: unknown;
  /** Guild of the event; absent for direct messages, which shard 0 hears. */
  readonly guildId?: string;
  /** Intent bits, one of which a session must have asked for; absent: everyone hears it. */
  readonly intents?: number;
}

/** The whole state behind one fake Discord. */
export interface World {
  readonly now: () => number;
  readonly nextId: () => string;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly token: string;
  readonly bot: Account;
  readonly users: Map<string, Account>;
  readonly guilds: Map<string, FakeGuild>;
  readonly channels: Map<string, FakeChannel>;
  readonly messages: Map<string, StoredMessage>;
  /** Messages that a person deleted: editing one is no fault of the application. */
  readonly removedMessageIds: Set<string>;
  /** By token. */
  readonly interactions: Map<string, StoredInteraction>;
  /** By URL path, as Discord's CDN serves them. */
  readonly files: Map<string, StoredFile>;
  readonly commands: CommandStore;
  readonly violations: ViolationLog;
  readonly changed: ChangeSignal;
  /** Tells the gateway. */
  readonly announce: (event: WorldEvent) => void;
}
