import { isUtf8 } from 'node:buffer';

import { CliError } from '../errors.js';
import { describeSignature } from './file-signature.js';
import { findInvalidUtf8 } from './find-invalid-utf8.js';

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark. The mark itself is not part of the text.
 *
 * @param name - What messages call the file, safe to show.
 * @throws CliError `input_binary` or `input_encoding`, saying what the file is or at which byte it breaks.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const signature = describeSignature(bytes);
  if (signature !== undefined) throw new CliError('input_binary', `${name}: not a text but ${signature}`);
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
    throw new CliError('input_encoding', `${name}: UTF-32 is not read; save it as UTF-8`);
  }
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, 'utf-16le', name);
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, 'utf-16be', name);
  return decodeUtf8(bytes, name);
}

function decodeUtf8(bytes: Uint8Array, name: string): string {
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    throw new CliError(
      'input_binary',
      `${name}: a binary file, with a zero byte at offset ${zero} (a text in UTF-16 needs a byte order mark to be read)`,
    );
  }
  if (!isUtf8(bytes)) throw new CliError('input_encoding', describeInvalidUtf8(bytes, name));
  // The decoder takes the byte order mark away.
  return new TextDecoder('utf-8').decode(bytes);
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CliError('input_encoding', `${name}: starts as ${encoding.toUpperCase()} and is not valid in it; save it as UTF-8`, {
      cause,
    });
  }
}

function describeInvalidUtf8(bytes: Uint8Array, name: string): string {
  const at = findInvalidUtf8(bytes) ?? 0;
  const line = bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1);
  const value = (bytes[at] ?? 0).toString(16).padStart(2, '0');
  return `${name}: not valid UTF-8 at byte ${at} (0x${value}, line ${line}); if it is an older Western encoding, convert it with: iconv -f WINDOWS-1252 -t UTF-8`;
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
