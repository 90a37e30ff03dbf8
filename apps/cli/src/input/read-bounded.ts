/** An input that holds more bytes than were allowed; the message says how many. */
export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes';
}

/**
 * Collects bytes until the end, or gives up as soon as they are too many, so that an endless source ends too.
 *
 * @throws TooManyBytes as soon as there are more than `maxBytes`; the signal's reason when aborted.
 */
export async function readBounded(chunks: AsyncIterable<Uint8Array>, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    length += chunk.length;
    if (length > maxBytes) throw new TooManyBytes(`more than ${maxBytes} bytes`);
    parts.push(chunk);
  }
  signal.throwIfAborted();
  return Buffer.concat(parts, length);
}
