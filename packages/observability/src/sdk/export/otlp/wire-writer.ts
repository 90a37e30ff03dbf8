import type { HrTime } from '@opentelemetry/api';

/** Longer texts are written faster by Node's own code than character by character. */
const SHORT_TEXT = 48;
const TWO_32 = 2 ** 32;

const NIBBLES = new Uint8Array(128);
for (let value = 0; value < 16; value++) {
  NIBBLES[value.toString(16).charCodeAt(0)] = value;
  NIBBLES[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

/**
 * Writes protobuf's wire format, one record after the other into pieces of memory that many records share: nothing is
 * allocated for a record. A class, because its fields are read for every byte.
 *
 * Tags are given ready-made, `field << 3 | wireType`, and have one byte: no field used here is above 15.
 */
export class WireWriter {
  /** The current piece of memory. What is before `start` belongs to earlier records. */
  chunk: Buffer;
  /** Where the current record begins. */
  start = 0;
  /** Where the next byte goes. */
  at = 0;
  readonly #chunkBytes: number;

  /** @param chunkBytes Size of one piece of memory; what is larger gets one of its own. */
  constructor(chunkBytes: number) {
    this.#chunkBytes = chunkBytes;
    this.chunk = Buffer.allocUnsafeSlow(chunkBytes);
  }

  /** Begins a record where the last one ended. */
  begin(): void {
    this.start = this.at;
  }

  /** Makes room; everything below expects it to be there. */
  ensure(bytes: number): void {
    if (this.at + bytes <= this.chunk.length) return;
    const written = this.at - this.start;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#chunkBytes, 2 * (written + bytes)));
    this.chunk.copy(larger, 0, this.start, this.at);
    this.chunk = larger;
    this.start = 0;
    this.at = written;
  }

  /**
   * Begins a message, whose length is written by `close`. Gives what `close` needs.
   *
   * @param lengthBytes What is kept for the length: two for a span, one for nearly everything inside of it.
   */
  open(tag: number, lengthBytes = 1): number {
    const { at } = this;
    this.chunk[at] = tag;
    this.at = at + 1 + lengthBytes;
    // Counted from the record's beginning, which may move when room is made.
    return at + 1 - this.start;
  }

  /** Ends a message. Needs room for four more bytes. */
  close(opened: number, lengthBytes = 1): void {
    const lengthAt = this.start + opened;
    const size = this.at - lengthAt - lengthBytes;
    if (size < 128 && lengthBytes === 1) {
      this.chunk[lengthAt] = size;
      return;
    }
    const needed = bytesOf(size);
    if (needed !== lengthBytes) this.chunk.copyWithin(lengthAt + needed, lengthAt + lengthBytes, this.at);
    this.at = lengthAt;
    this.varint(size);
    this.at += size;
  }

  /** Needs room for 8 bytes and three for each character. */
  text(tag: number, text: string): void {
    const { chunk } = this;
    const { length } = text;
    let { at } = this;
    chunk[at++] = tag;
    if (length <= SHORT_TEXT) {
      chunk[at++] = length;
      let index = 0;
      for (; index < length; index++) {
        const code = text.charCodeAt(index);
        if (code > 127) break;
        chunk[at + index] = code;
      }
      if (index === length) {
        this.at = at + length;
        return;
      }
      at -= 1;
    }
    this.at = at;
    this.varint(Buffer.byteLength(text));
    this.at += chunk.write(text, this.at);
  }

  /** An integer, negative ones as 64 bits in two's complement. Needs room for 11 bytes. */
  integer(tag: number, value: number): void {
    this.chunk[this.at++] = tag;
    this.varint(value);
  }

  /** Needs room for 9 bytes. */
  double(tag: number, value: number): void {
    this.chunk[this.at++] = tag;
    this.at = this.chunk.writeDoubleLE(value, this.at);
  }

  /** Needs room for 5 bytes. */
  fixed32(value: number): void {
    const { chunk } = this;
    chunk[this.at++] = value;
    chunk[this.at++] = value >>> 8;
    chunk[this.at++] = value >>> 16;
    chunk[this.at++] = value >>> 24;
  }

  /** A time as nanoseconds since 1970. Needs room for 9 bytes. */
  time(tag: number, [seconds, nanos]: HrTime): void {
    // The product has more bits than a double: it is made of halves that have fewer.
    const upper = Math.floor(seconds / 65_536) * 1e9;
    const lower = (seconds % 65_536) * 1e9 + nanos + (upper % 65_536) * 65_536;
    this.chunk[this.at++] = tag;
    this.fixed32(lower % TWO_32);
    this.fixed32(Math.floor(upper / 65_536) + Math.floor(lower / TWO_32));
  }

  /** An id of hexadecimal digits as bytes. Needs room for 2 bytes and half of its length. */
  id(tag: number, hex: string): void {
    const { chunk } = this;
    const bytes = hex.length >> 1;
    let { at } = this;
    chunk[at++] = tag;
    chunk[at++] = bytes;
    for (let index = 0; index < bytes; index++) chunk[at++] = (NIBBLES[hex.charCodeAt(2 * index)]! << 4) | NIBBLES[hex.charCodeAt(2 * index + 1)]!;
    this.at = at;
  }

  varint(value: number): void {
    const { chunk } = this;
    if (value >= 0 && value < TWO_32) {
      let left = value;
      while (left > 127) {
        chunk[this.at++] = (left & 127) | 128;
        left >>>= 7;
      }
      chunk[this.at++] = left;
      return;
    }
    let left = BigInt.asUintN(64, BigInt(value));
    while (left > 127n) {
      chunk[this.at++] = Number(left & 127n) | 128;
      left >>= 7n;
    }
    chunk[this.at++] = Number(left);
  }
}

/** Bytes that a length takes. */
function bytesOf(length: number): number {
  return length < 128 ? 1 : length < 16_384 ? 2 : length < 2_097_152 ? 3 : length < 268_435_456 ? 4 : 5;
}
