import { promisify } from 'node:util';

import { nodeZlib } from '../../built-in.js';
import { once } from '../../once.js';
import type { StoredText } from '../cache-store.js';

const deflate = once(() => promisify(nodeZlib().deflateRaw));
const inflate = once(() => promisify(nodeZlib().inflateRaw));

/** How texts are packed for a remote store. */
export interface TextCodecOptions {
  /** Texts of this many UTF-16 code units or more are compressed. */
  readonly compressFrom: number;
  /** Characters of a packed value, and code units of an unpacked text, at most. */
  readonly maxLength: number;
}

/** Packs a text with its end of life. */
export interface TextCodec {
  /** `undefined` when the packed value would be too large. */
  pack(stored: StoredText): Promise<string | undefined>;
  /** `undefined` when the value is broken, or larger than any that is packed here. */
  unpack(value: string): Promise<StoredText | undefined>;
}

/** `1p<end>:<text>` or `1z<end>:<base64 of raw DEFLATE>`; the end in epoch milliseconds. */
const HEAD = /^1([pz])(\d{1,16}):/u;

/** Longest head, for the slice that is matched. */
const HEAD_LENGTH = 20;

/** A packed value this many times smaller than its text is a bomb, not an answer. */
const MAX_EXPANSION = 50;

/** Compresses off the event loop's thread. */
export function createTextCodec({ compressFrom, maxLength }: TextCodecOptions): TextCodec {
  return {
    async pack({ text, expiresAt }) {
      if (text.length > maxLength * MAX_EXPANSION) return undefined;
      const end = Math.ceil(expiresAt);
      const value = text.length < compressFrom ? `1p${end}:${text}` : `1z${end}:${(await deflate()(text)).toString('base64')}`;
      return value.length > maxLength ? undefined : value;
    },
    async unpack(value) {
      if (value.length > maxLength) return undefined;
      const [head, kind, end] = HEAD.exec(value.slice(0, HEAD_LENGTH)) ?? [];
      if (head === undefined) return undefined;
      const body = value.slice(head.length);
      const expiresAt = Number(end);
      if (kind === 'p') return { text: body, expiresAt };
      try {
        const bytes = await inflate()(Buffer.from(body, 'base64'), { maxOutputLength: maxLength * MAX_EXPANSION });
        return { text: bytes.toString('utf8'), expiresAt };
      } catch {
        return undefined;
      }
    },
  };
}
