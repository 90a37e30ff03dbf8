import * as z from 'zod';

import { NOTICES } from '../notices.js';

/** The text of a message, or why it has none. */
export type MessageContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing'; readonly reason: string };

/** Message types that people write: 0 plain, 19 reply, 20 and 23 answers of bots to commands. All others are Discord's own. */
const WRITTEN = new Set([0, 19, 20, 23]);

/**
 * Reads the text of a message. Nothing is taken for granted: a form that nobody
 * documents counts as empty. Of a forwarded message the text is inside its
 * snapshot.
 *
 * @param message - As discord.js holds it, or as Discord sends it.
 */
export function readMessage(message: unknown): MessageContent {
  const parsed = Message.safeParse(message);
  if (!parsed.success) return { kind: 'nothing', reason: NOTICES.unreadableMessage };
  const { type, content, message_snapshots, messageSnapshots } = parsed.data;
  const forwarded = [...message_snapshots.map((snapshot) => snapshot.message.content), ...messageSnapshots.map((snapshot) => snapshot.content)];
  const written = content || forwarded.join('\n');
  if (!WRITTEN.has(type)) return { kind: 'nothing', reason: NOTICES.systemMessage };
  return written.trim() === '' ? { kind: 'nothing', reason: reasonOf(parsed.data) } : { kind: 'text', text: written };
}

const text = z.string().catch('');
const Content = z.object({ content: text });
const Message = z.object({
  type: z.number().catch(0),
  content: text,
  embeds: listOf(z.unknown()),
  attachments: listOf(z.unknown()),
  components: listOf(z.unknown()),
  // Discord's names, and discord.js's.
  message_snapshots: listOf(z.object({ message: Content })),
  messageSnapshots: listOf(Content),
  sticker_items: listOf(z.unknown()),
  stickers: listOf(z.unknown()),
});

/** Discord's lists are arrays, discord.js's are maps by id. */
function listOf<Item>(item: z.ZodType<Item>) {
  return z.preprocess((value) => (value instanceof Map ? [...(value as Map<unknown, unknown>).values()] : value), z.array(item).catch([]));
}

function reasonOf({ embeds, attachments, components, sticker_items, stickers }: z.infer<typeof Message>): string {
  if (attachments.length > 0) return NOTICES.onlyAttachments;
  if (embeds.length > 0 || components.length > 0) return NOTICES.onlyEmbeds;
  return sticker_items.length > 0 || stickers.length > 0 ? NOTICES.onlySticker : NOTICES.emptyMessage;
}
