import { MessageFlags } from 'discord-api-types/v10';

import { isJson, numberOf, textOf, type Json } from '../json.js';

import { checkAllowedMentions } from './allowed-mentions.js';
import { checkAttachments, type UploadedName } from './attachments.js';
import { checkComponents } from './components.js';
import { checkEmbeds } from './embeds.js';
import type { FormCheck } from './form-check.js';

/** Limit of a bot's `content` (Discord developer documentation, "Create Message"). */
const MAX_CONTENT = 2000;
const MAX_NONCE = 25;

/** What an edit finds. */
export interface ExistingMessage {
  readonly flags: number;
  readonly content: string;
  readonly embedCount: number;
  readonly fileNames: readonly string[];
}

/** What the check must know besides the body. */
export interface MessageContext {
  /** Files sent with the request. */
  readonly uploads: readonly UploadedName[];
  /** The message as it is, when the request edits one. */
  readonly existing?: ExistingMessage;
  /** Whether the message may be born ephemeral: only answers to interactions may. */
  readonly mayBeEphemeral: boolean;
}

/** Checks a message body against the limits that hold on every route; `field` is empty or `data`. */
export function checkMessage(check: FormCheck, field: string, body: Json, context: MessageContext): void {
  const at = (name: string) => (field === '' ? name : `${field}.${name}`);
  const flags = numberOf(body.flags) ?? 0;
  const isV2 = ((flags | (context.existing?.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;

  check.text(at('content'), body.content, { max: MAX_CONTENT });
  checkEmbeds(check, at('embeds'), body.embeds);
  const fileNames = checkAttachments(check, at('attachments'), body.attachments, context);
  const shown = checkComponents(check, at('components'), body.components, { isV2, fileNames });
  checkAllowedMentions(check, at('allowed_mentions'), body.allowed_mentions);
  if (typeof body.nonce === 'string') check.text(at('nonce'), body.nonce, { max: MAX_NONCE });

  if (isV2) {
    checkV2(check, at, body, context);
    for (const { name } of context.uploads) {
      if (!shown.has(name)) check.note(at('attachments'), `With components v2 the file "${name}" stays invisible: no component shows it`);
    }
  }
  checkFlags(check, at('flags'), flags, context);
}

/** Whether a new message would show nothing at all (Discord's error 50006). */
export function isEmptyMessage(body: Json, uploads: readonly unknown[]): boolean {
  const hasItems = (value: unknown) => Array.isArray(value) && value.length > 0;
  const isV2 = ((numberOf(body.flags) ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return (
    !textOf(body.content)?.trim() &&
    !hasItems(body.embeds) &&
    !hasItems(body.sticker_ids) &&
    !isJson(body.poll) &&
    uploads.length === 0 &&
    !(isV2 && hasItems(body.components))
  );
}

function checkV2(check: FormCheck, at: (name: string) => string, body: Json, { existing }: MessageContext): void {
  for (const name of ['content', 'embeds', 'sticker_ids', 'poll'] as const) {
    const value = body[name];
    const isPresent = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
    const before = { content: existing?.content !== '', embeds: existing?.embedCount !== 0, sticker_ids: false, poll: false };
    const staysFromBefore = existing !== undefined && value === undefined && before[name];
    if (isPresent || staysFromBefore) {
      check.fail(
        at(name),
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
}

function checkFlags(check: FormCheck, field: string, flags: number, { existing, mayBeEphemeral }: MessageContext): void {
  if ((flags & MessageFlags.Ephemeral) === 0) return;
  if (existing && (existing.flags & MessageFlags.Ephemeral) === 0) {
    check.note(field, 'A message that others see cannot become ephemeral by an edit');
  } else if (!mayBeEphemeral) {
    check.note(field, 'Only the answer to an interaction can be ephemeral');
  }
}
