import { ComponentType } from 'discord-api-types/v10';

import { isJson, type Json } from '../json.js';

/** Ids of the users that a text mentions. */
export function mentionedUserIds(text: string): Set<string> {
  return idsIn(text, /<@!?(\d{1,20})>/g);
}

/**
 * Whom a text would notify under the given `allowed_mentions`: `everyone`,
 * `here`, `user:<id>` and `role:<id>`. Without `allowed_mentions` Discord lets
 * every mention through.
 */
export function pingsOf(text: string, allowed: Json | undefined): string[] {
  const parse: readonly unknown[] | undefined = allowed && (Array.isArray(allowed.parse) ? allowed.parse : []);
  const mayPing = (kind: 'users' | 'roles', id: string) => {
    const listed: unknown = allowed?.[kind];
    return parse === undefined || parse.includes(kind) || (Array.isArray(listed) && listed.includes(id));
  };
  const pings: string[] = [];
  if (parse === undefined || parse.includes('everyone')) {
    if (text.includes('@everyone')) pings.push('everyone');
    if (text.includes('@here')) pings.push('here');
  }
  for (const id of mentionedUserIds(text)) if (mayPing('users', id)) pings.push(`user:${id}`);
  for (const id of idsIn(text, /<@&(\d{1,20})>/g)) if (mayPing('roles', id)) pings.push(`role:${id}`);
  return pings;
}

/** All texts that can carry a mention: the content and the text displays. */
export function mentionTexts(content: string, components: readonly Json[]): string {
  return [content, ...components.flatMap(displayTexts)].join('\n');
}

function displayTexts(component: Json): string[] {
  const own = component.type === ComponentType.TextDisplay && typeof component.content === 'string' ? [component.content] : [];
  const children: readonly unknown[] = Array.isArray(component.components) ? component.components : [];
  return [...own, ...children.filter(isJson).flatMap(displayTexts)];
}

function idsIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? []));
}
