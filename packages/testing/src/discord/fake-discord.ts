import type { WaitOptions } from '../wait/change-signal.js';

import type { RegisteredCommand } from './commands/command-store.js';
import type { GatewayCounts } from './gateway/gateway-server.js';
import type { OptionValue } from './interactions/command-options.js';
import type { FakeInteraction } from './interactions/fake-interaction.js';
import type { ModalValue } from './interactions/modal-values.js';
import type { Where } from './interactions/where.js';
import type { FakeMessage } from './messages/fake-message.js';
import type { StoredFile } from './messages/stored-file.js';
import type { FakeUser } from './people/people.js';
import type { RecordedRequest } from './rest/rest-server.js';
import type { ScriptedFailure } from './rest/scripted-failures.js';
import type { Violation } from './violation-log.js';
import type { FakeChannel, FakeGuild } from './world.js';

/** How a fake Discord is set up. */
export interface FakeDiscordOptions {
  /**
   * The clock of all deadlines: 3 seconds to answer, 15 minutes of token life. Milliseconds.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Privileged intents that the application was granted; asking for another
   * one closes the gateway with 4014.
   * @default []
   */
  readonly privilegedIntents?: readonly ('GuildMembers' | 'GuildPresences' | 'MessageContent')[];
  /**
   * Shards that `/gateway/bot` recommends.
   * @default 1
   */
  readonly shards?: number;
  /**
   * Milliseconds between heartbeats that HELLO asks for.
   * @default 41250
   */
  readonly heartbeatIntervalMs?: number;
  /**
   * Milliseconds that every wait of this fake lasts at most.
   * @default 10000
   */
  readonly waitMs?: number;
}

/** What a person writes besides the text. */
export interface MessageOptions extends Where {
  /** The message this one replies to. */
  readonly replyTo?: FakeMessage;
  readonly files?: readonly StoredFile[];
}

/** A Discord on this machine: its REST API, its gateway, and the people who use the bot. */
export interface FakeDiscord extends AsyncDisposable {
  /** For `new Client({ rest: { api } })`. */
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  /** The one valid bot token. */
  readonly token: string;
  /** Id of the application, which is also the bot's user id. */
  readonly applicationId: string;
  readonly guild: FakeGuild;
  /** A text channel of the guild. */
  readonly channel: FakeChannel;
  /** The person who acts where a test names nobody. */
  readonly someone: FakeUser;

  /** `checked`, or `absent` where Discord's OpenAPI document does not lie beside the repository. */
  readonly openApi: 'checked' | 'absent';
  /** Commands registered now, global and of guilds. */
  readonly commands: readonly RegisteredCommand[];
  /** Every REST request, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Every broken rule, oldest first, unanswered interactions included. */
  readonly violations: readonly Violation[];
  /** @throws When a rule was broken; the message lists every violation. */
  expectNoViolations(): void;
  /** What clients did on the gateway. */
  readonly gateway: GatewayCounts;
  /** Messages of the bot that answer no interaction, oldest first, as they are now. */
  readonly botMessages: readonly FakeMessage[];

  /** Waits until a client has identified. */
  ready(options?: WaitOptions): Promise<void>;
  /** Waits for any state of the fake: the first value that is not `undefined`. */
  waitFor<T>(what: string, find: () => T | undefined, options?: WaitOptions): Promise<T>;

  /** Adds a person. */
  user(name: string): FakeUser;
  /** Adds a text channel to the guild, or to another one. Call it before the client logs in. */
  addChannel(name: string, guild?: FakeGuild): FakeChannel;
  /** Adds a guild. Call it before the client logs in. */
  addGuild(name: string): FakeGuild;
  /** Uploads a file: a value for attachment options, file fields of modals and messages. */
  file(name: string, content: string | Uint8Array, contentType?: string): StoredFile;

  /** Uses a slash command; `name` may hold sub-commands, as in `settings show`. Waits for the command to be registered. */
  slash(name: string, options?: Readonly<Record<string, OptionValue>>, where?: Where): Promise<FakeInteraction>;
  /** Types into an option with autocomplete: `focused` names it, its value is what was typed so far. */
  autocomplete(name: string, options: Readonly<Record<string, OptionValue>>, focused: string, where?: Where): Promise<FakeInteraction>;
  /** Uses a message context menu on a message, or on a new one with the given text. */
  messageCommand(name: string, target: FakeMessage | string | { readonly content: string; readonly author?: FakeUser }, where?: Where): Promise<FakeInteraction>;
  /** Uses a user context menu. */
  userCommand(name: string, target: FakeUser, where?: Where): Promise<FakeInteraction>;
  /** Presses a button of a message. */
  press(message: FakeMessage, customId: string, where?: Where): Promise<FakeInteraction>;
  /** Picks values in a select of a message. */
  select(message: FakeMessage, customId: string, values: readonly string[], where?: Where): Promise<FakeInteraction>;
  /** Fills in the modal that answers an interaction, and sends it. Waits for the modal. */
  submitModal(opener: FakeInteraction, values: Readonly<Record<string, ModalValue>>, where?: Where): Promise<FakeInteraction>;
  /** A person writes a message. Mention the bot with `<@${discord.applicationId}>`. */
  message(content: string, options?: MessageOptions): Promise<FakeMessage>;
  /** Waits for a message of the bot that answers no interaction. */
  botMessage(when?: (message: FakeMessage) => boolean, options?: WaitOptions): Promise<FakeMessage>;
  /** The state of a message now; `undefined` after its deletion. */
  messageNow(id: string): FakeMessage | undefined;
  /** A person deletes a message. */
  deleteMessage(id: string): void;

  /** Scripts failures of the next requests; several calls queue up. */
  failNext(failure: ScriptedFailure): void;
  /** Drops every gateway socket: without a code like a broken network, else with that close code. */
  dropConnections(code?: number, reason?: string): void;
  /** Sends any event, odd ones too, to every session. */
  dispatch(event: string, data: unknown): void;
}
