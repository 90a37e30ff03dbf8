import { nodeStream, nodeZlib } from '../built-in.js';

/** Codings in one answer at most; more is an attack (RFC 9110 §8.4 knows no limit). */
const MAX_CODINGS = 3;

/**
 * A body without its content codings. We ask for none, and nearly no server uses one then: it costs
 * the provider's and our time, and an answer is small.
 *
 * @throws TypeError To the reader, for a coding that Node.js does not know, and for a body that breaks its rules.
 */
export async function* decodeBody(body: AsyncIterable<Buffer>, coding: string): AsyncGenerator<Buffer> {
  const { pipeline, Readable } = nodeStream();
  const codings = coding.toLowerCase().split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  if (codings.length > MAX_CODINGS) throw new TypeError('The answer has too many content codings.');
  // A failure of one of them reaches the reader through the last one.
  yield* codings.reverse().reduce<AsyncIterable<Buffer>>((source, name) => pipeline(Readable.from(source), decoderOf(name), () => undefined), body);
}

function decoderOf(coding: string): NodeJS.ReadWriteStream & AsyncIterable<Buffer> {
  const zlib = nodeZlib();
  // Flushed at once: the events of a stream must not wait for more.
  if (coding === 'br') return zlib.createBrotliDecompress({ flush: zlib.constants.BROTLI_OPERATION_FLUSH }) as never;
  if (coding === 'gzip' || coding === 'x-gzip' || coding === 'deflate') return zlib.createUnzip({ flush: zlib.constants.Z_SYNC_FLUSH }) as never;
  throw new TypeError(`The answer has the unknown content coding "${coding.slice(0, 40)}".`);
}
