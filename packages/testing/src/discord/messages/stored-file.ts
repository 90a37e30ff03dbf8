import type { World } from '../world.js';

/** A file as the fake keeps it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Where the fake serves it, as Discord's CDN would. */
  readonly url: string;
  readonly description?: string;
}

/** Keeps a file and makes it downloadable. */
export function storeFile(
  world: World,
  channelId: string,
  file: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array; readonly description?: string },
): StoredFile {
  const id = world.nextId();
  const path = `/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
  const stored: StoredFile = { ...file, id, url: `${world.origin}${path}` };
  world.files.set(path, stored);
  return stored;
}

/** The attachment object of Discord's API. */
export function toWireAttachment({ id, name, contentType, bytes, url, description }: StoredFile) {
  return {
    id,
    filename: name,
    size: bytes.byteLength,
    url,
    proxy_url: url,
    content_type: contentType,
    ...(description !== undefined && { description }),
  };
}
