import { close, constants, createReadStream, open, type Stats } from 'node:fs';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';

import { CliError } from '../errors.js';

/**
 * The bytes of whatever a path names: a file, a device, or a pipe such as `<(command)`.
 *
 * @param status - What `stat` says of the path.
 * @param name - What messages call the path, safe to show.
 * @throws CliError when it is a terminal; the system's error when it cannot be opened.
 */
export async function openFile(path: string, status: Stats, name: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  if (status.isFile()) return createReadStream(path, { highWaterMark: 1024 ** 2 }) as AsyncIterable<Buffer>;
  // A plain open of a pipe waits for its writer in a thread that nothing can stop: not even process.exit would end it.
  // A number, not a FileHandle, because a handle closes what it has given away as soon as it is collected.
  const descriptor = await promisify(open)(path, constants.O_RDONLY | constants.O_NONBLOCK);
  if (isatty(descriptor)) {
    await promisify(close)(descriptor);
    throw new CliError('input_unreadable', `${name}: a terminal; give - to type the text`);
  }
  if (!status.isFIFO()) return createReadStream('', { fd: descriptor }) as AsyncIterable<Buffer>;
  // A socket waits in the event loop, where an abort reaches it.
  const { Socket } = await import('node:net');
  return new Socket({ fd: descriptor, readable: true, writable: false, signal }) as AsyncIterable<Buffer>;
}
