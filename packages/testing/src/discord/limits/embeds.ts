import { isJson, type Json } from '../json.js';

import type { FormCheck } from './form-check.js';

/** Embed limits (Discord developer documentation, "Embed Limits", read 2026-08-06). */
const LIMITS = {
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  /** Sum of all texts of all embeds of one message. */
  total: 6000,
  url: 2048,
} as const;

/** Checks the embeds of one message, the sum over all of them included. */
export function checkEmbeds(check: FormCheck, field: string, value: unknown): void {
  const embeds = check.list(field, value, { max: LIMITS.embeds });
  let total = 0;
  embeds.forEach((embed, index) => {
    total += checkEmbed(check, `${field}.${index}`, embed);
  });
  if (total > LIMITS.total) {
    check.fail(field, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${LIMITS.total}`);
  }
}

function checkEmbed(check: FormCheck, field: string, embed: Json): number {
  const author = isJson(embed.author) ? embed.author : undefined;
  const footer = isJson(embed.footer) ? embed.footer : undefined;

  let length = check.text(`${field}.title`, embed.title, { max: LIMITS.title });
  length += check.text(`${field}.description`, embed.description, { max: LIMITS.description });
  if (author) length += check.text(`${field}.author.name`, author.name, { max: LIMITS.author, isRequired: true });
  if (footer) length += check.text(`${field}.footer.text`, footer.text, { max: LIMITS.footer, isRequired: true });
  check.list(`${field}.fields`, embed.fields, { max: LIMITS.fields }).forEach((item, index) => {
    const at = `${field}.fields.${index}`;
    length += check.text(`${at}.name`, item.name, { max: LIMITS.fieldName, isRequired: true });
    length += check.text(`${at}.value`, item.value, { max: LIMITS.fieldValue, isRequired: true });
  });

  check.integer(`${field}.color`, embed.color, { min: 0, max: 0xff_ff_ff });
  checkUrl(check, `${field}.url`, embed.url);
  for (const part of ['image', 'thumbnail'] as const) {
    const media = embed[part];
    if (isJson(media)) checkUrl(check, `${field}.${part}.url`, media.url);
  }
  if (length === 0 && !isJson(embed.image) && !isJson(embed.thumbnail)) {
    check.fail(`${field}.description`, 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  return length;
}

function checkUrl(check: FormCheck, field: string, value: unknown): void {
  if (value === undefined || value === null) return;
  check.text(field, value, { max: LIMITS.url });
  if (typeof value === 'string' && !/^(https?|attachment):\/\//.test(value)) {
    check.fail(field, 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'attachment').");
  }
}
