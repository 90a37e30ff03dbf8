import type { WireWriter } from './wire-writer.js';

const KEY = 0x0a;
const VALUE = 0x12;
const ANY = { text: 0x0a, flag: 0x10, integer: 0x18, double: 0x21, list: 0x2a } as const;
const ITEM = 0x0a;
const TWO_63 = 2 ** 63;
/** Tags, lengths and numbers of one entry, generously. */
const OVERHEAD = 64;

/** Writes attributes as repeated `KeyValue`s (OTLP, `common.proto`). What has no form there gets an empty value. */
export function writeAttributes(writer: WireWriter, tag: number, attributes: Readonly<Record<string, unknown>>): void {
  for (const key in attributes) {
    const value = attributes[key];
    writer.ensure(3 * key.length + roomFor(value));
    const entry = writer.open(tag);
    writer.text(KEY, key);
    const any = writer.open(VALUE);
    writeAny(writer, value);
    writer.close(any);
    writer.close(entry);
  }
}

function writeAny(writer: WireWriter, value: unknown): void {
  if (typeof value === 'string') writer.text(ANY.text, value);
  else if (typeof value === 'number') {
    if (Number.isInteger(value) && value >= -TWO_63 && value < TWO_63) writer.integer(ANY.integer, value);
    else writer.double(ANY.double, value);
  } else if (typeof value === 'boolean') writer.integer(ANY.flag, value ? 1 : 0);
  else if (Array.isArray(value)) {
    const list = writer.open(ANY.list);
    for (const item of value as readonly unknown[]) {
      writer.ensure(roomFor(item));
      const one = writer.open(ITEM);
      writeAny(writer, item);
      writer.close(one);
    }
    writer.close(list);
  }
}

function roomFor(value: unknown): number {
  if (typeof value !== 'string') return OVERHEAD;
  return OVERHEAD + (value.length < 1024 ? 3 * value.length : Buffer.byteLength(value));
}
