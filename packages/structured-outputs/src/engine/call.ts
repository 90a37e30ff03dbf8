import type { core } from 'zod';

import type { LogfireSpan } from '@discord-intelligence/observability';

import type { ChatParams } from '../client/chat-client.js';
import type { Completion } from '../client/completion.js';
import type { EventHub } from '../client/events.js';
import type { AttemptRecord } from '../client/meta.js';
import type { ClientSettings, Settings } from '../client/settings.js';
import type { SoftKind } from '../errors/kind.js';
import type { Scope } from '../limits/scope.js';
import type { Pricing, UsageTotals } from '../limits/usage.js';
import type { RegisteredModel } from '../model/registered-model.js';
import type { Repair } from '../read/repair.js';
import type { Mode } from '../wire/mode.js';

import type { ModeMemory } from './mode-memory.js';

/** What all calls of one client share. */
export interface ClientContext {
  /** The wrapped client, for what telemetry wants to know of it. */
  readonly wrapped: object;
  /** `chat.completions.create` of the wrapped client. */
  readonly send: (params: Record<string, unknown>, options: Readonly<Record<string, unknown>> | undefined) => unknown;
  readonly settings: ClientSettings;
  readonly events: EventHub;
  readonly modes: ModeMemory;
  readonly pricing: Pricing | undefined;
  readonly now: () => number;
  readonly random: () => number;
}

/** Where a streamed answer goes while it arrives. */
export interface AnswerSink {
  /** A streamed attempt begins. */
  begin(attempt: number): void;
  /** More of the answer's text. */
  push(text: string): void | Promise<void>;
  /** The answer was bad and is asked for again. */
  restart(attempt: number, kind: SoftKind): void;
  /** Words to add to the next request after a bad answer. */
  readonly reminder?: () => string | undefined;
}

/** A bad answer that the model can mend. */
export interface SoftFailure {
  readonly kind: SoftKind;
  readonly issues: readonly core.$ZodIssue[];
  /** What the model answered, for the transcript of the next attempt. */
  readonly answer: string;
  /** The call of a tool that it came in. */
  readonly toolCallId?: string;
  /** The value that broke the schema, where there was one. */
  readonly value?: unknown;
}

/** The answer, when there is one. */
export interface Answered {
  readonly data: unknown;
  /** Before the schema's transforms: JSON. */
  readonly value: unknown;
  readonly repairs: readonly Repair[];
  readonly completion: Completion;
  readonly mode: Mode;
  readonly model: string;
}

/** One structured call on its way. Fields that change do so as attempts go by. */
export interface Call {
  readonly id: number;
  readonly client: ClientContext;
  readonly params: ChatParams;
  /** Options for the wrapped client. */
  readonly passed: Readonly<Record<string, unknown>> | undefined;
  readonly context: unknown;
  readonly model: RegisteredModel;
  readonly settings: Settings;
  readonly maxRetries: number;
  readonly scope: Scope;
  /** Whether anything can end the call from outside: a signal, a clock, or the consumer of a stream. */
  readonly isBounded: boolean;
  readonly startedAt: number;
  readonly sink: AnswerSink | undefined;
  readonly attempts: AttemptRecord[];
  usage: UsageTotals;
  lastUsage: UsageTotals | undefined;
  failure: SoftFailure | undefined;
  answered: Answered | undefined;
  /** The span of the call; `undefined` while telemetry is off. */
  span: LogfireSpan | undefined;
}
