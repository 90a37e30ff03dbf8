/** What a field of a protobuf message is, on the wire and for us. */
export type FieldType = 'string' | 'bytes' | 'hex' | 'varint' | 'int64' | 'bool' | 'fixed32' | 'fixed64' | 'double' | 'sfixed64' | MessageShape;

/** One field: its name here, what it is, and whether it repeats. */
export type Field = readonly [name: string, type: FieldType, isRepeated?: 'repeated'];

/** A message: its fields by number, filled in later where a message contains itself. */
export interface MessageShape {
  readonly fields: Record<number, Field>;
}

/** A decoded message. Integers of 64 bits are bigints. */
export type Message = Record<string, unknown>;

/**
 * Decodes a protobuf message by a shape (Protocol Buffers documentation, "Encoding"). Unknown fields are skipped.
 *
 * @throws When the bytes are cut off or hold a wire type that proto3 does not have.
 */
export function decodeMessage(bytes: Uint8Array, shape: MessageShape): Message {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const message: Message = {};
  let at = 0;

  while (at < bytes.byteLength) {
    const tag = Number(varint());
    const wireType = tag & 7;
    const field = shape.fields[tag >>> 3];
    if (wireType === 2) {
      const part = slice(Number(varint()));
      if (field !== undefined) readPart(field, part);
    } else {
      const value = scalar(wireType, field?.[1]);
      if (field !== undefined) put(field, value);
    }
  }
  return message;

  function readPart(field: Field, part: Uint8Array): void {
    const [, type] = field;
    if (typeof type === 'object') put(field, decodeMessage(part, type));
    else if (type === 'string') put(field, Buffer.from(part).toString('utf8'));
    else if (type === 'hex') put(field, Buffer.from(part).toString('hex'));
    else if (type === 'bytes') put(field, part);
    else for (const value of packed(part, type)) put(field, value);
  }

  function put([name, , isRepeated]: Field, value: unknown): void {
    if (isRepeated === undefined) message[name] = value;
    else if (Array.isArray(message[name])) message[name].push(value);
    else message[name] = [value];
  }

  function scalar(wireType: number, type: FieldType | undefined): unknown {
    switch (wireType) {
      case 0: {
        const value = varint();
        if (type === 'bool') return value !== 0n;
        return type === 'int64' ? BigInt.asIntN(64, value) : Number(value);
      }
      case 1: {
        const from = take(8);
        if (type === 'double') return view.getFloat64(from, true);
        return type === 'sfixed64' ? view.getBigInt64(from, true) : view.getBigUint64(from, true);
      }
      case 5:
        return view.getUint32(take(4), true);
      default:
        throw new Error(`Not protobuf: wire type ${wireType} at byte ${at}`);
    }
  }

  function varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[take(1)] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new Error(`Not protobuf: a number without end at byte ${at}`);
  }

  function slice(length: number): Uint8Array {
    const from = take(length);
    return bytes.subarray(from, from + length);
  }

  function take(length: number): number {
    const from = at;
    if (from + length > bytes.byteLength) throw new Error(`Not protobuf: cut off at byte ${from}`);
    at += length;
    return from;
  }
}

/** Repeated numbers come one after the other in one field. */
function packed(part: Uint8Array, type: FieldType): unknown[] {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const values: unknown[] = [];
  for (let at = 0; at + 8 <= part.byteLength; at += 8) {
    values.push(type === 'double' ? view.getFloat64(at, true) : view.getBigUint64(at, true));
  }
  return values;
}
