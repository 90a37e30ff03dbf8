import { ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';

import { isJson, jsonList, textOf, type Json } from '../json.js';

import type { StoredFile } from './stored-file.js';

/** Fields that Discord fills in where a request leaves them out. */
const DEFAULTS: Readonly<Record<number, Json>> = {
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.UserSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.RoleSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.MentionableSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.ChannelSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.File]: { spoiler: false },
  [ComponentType.Separator]: { spacing: SeparatorSpacingSize.Small, divider: true },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
};

/** Components as Discord gives them back: numbered, complete, with the addresses of their files. */
export function toWireComponents(components: readonly Json[], files: readonly StoredFile[]): Json[] {
  let next = 1;
  const number = (component: Json): Json => {
    const id = typeof component.id === 'number' && component.id > 0 ? component.id : next;
    next += 1;
    return {
      ...DEFAULTS[Number(component.type)],
      ...component,
      id,
      ...(Array.isArray(component.components) && { components: jsonList(component.components).map(number) }),
      ...(isJson(component.accessory) && { accessory: number(component.accessory) }),
      ...(isJson(component.media) && { media: toWireMedia(component.media, files) }),
      ...(isJson(component.file) && { file: toWireMedia(component.file, files), ...nameAndSize(component.file, files) }),
      ...(Array.isArray(component.items) && {
        items: jsonList(component.items).map((item) => ({
          description: null,
          spoiler: false,
          ...item,
          ...(isJson(item.media) && { media: toWireMedia(item.media, files) }),
        })),
      }),
    };
  };
  return components.map(number);
}

/** Embeds as Discord gives them back. */
export function toWireEmbeds(embeds: readonly Json[], files: readonly StoredFile[]): Json[] {
  const part = (embed: Json, name: 'image' | 'thumbnail') => {
    const media = embed[name];
    return isJson(media) ? { [name]: { ...media, url: fileFor(media, files)?.url ?? media.url } } : {};
  };
  return embeds.map((embed) => ({
    type: 'rich',
    ...embed,
    ...(Array.isArray(embed.fields) && { fields: jsonList(embed.fields).map((field) => ({ inline: false, ...field })) }),
    ...part(embed, 'image'),
    ...part(embed, 'thumbnail'),
  }));
}

function toWireMedia(media: Json, files: readonly StoredFile[]): Json {
  const file = fileFor(media, files);
  const url = file?.url ?? textOf(media.url);
  return { id: file?.id ?? '0', url, proxy_url: url, ...(file && { attachment_id: file.id, content_type: file.contentType }) };
}

function nameAndSize(media: Json, files: readonly StoredFile[]): Json {
  const file = fileFor(media, files);
  return { name: file?.name ?? null, size: file?.bytes.byteLength ?? null };
}

/** The newest file behind an `attachment://` address. */
function fileFor({ url }: Json, files: readonly StoredFile[]): StoredFile | undefined {
  return files.filter(({ name }) => url === `attachment://${name}`).at(-1);
}
