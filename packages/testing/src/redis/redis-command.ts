import { connect } from 'node:net';

/** Milliseconds for one command; the server is on this machine. */
const COMMAND_TIMEOUT_MS = 5_000;

/** What Redis answers to the commands that tests use: texts, numbers, nothing, and lists of them. */
export type RedisReply = string | number | null | readonly RedisReply[];

/**
 * Sends one command over a connection of its own.
 * @throws When the server is not there, does not answer in time, or answers with an error.
 */
export async function redisCommand(port: number, command: readonly string[], timeoutMs = COMMAND_TIMEOUT_MS): Promise<RedisReply> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    return await new Promise<RedisReply>((resolve, reject) => {
      let received = Buffer.alloc(0);
      socket.setTimeout(timeoutMs, () => { reject(new Error(`Redis did not answer ${command[0] ?? ''} within ${timeoutMs} ms`)); });
      socket.on('error', reject);
      socket.on('close', () => { reject(new Error('Redis closed the connection')); });
      socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        try {
          const parsed = parseReply(received, 0);
          if (parsed) resolve(parsed.value);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      socket.write(encodeCommand(command));
    });
  } finally {
    socket.destroy();
  }
}

function encodeCommand(command: readonly string[]): string {
  return `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;
}

interface Parsed {
  readonly value: RedisReply;
  /** First byte after the reply. */
  readonly end: number;
}

/** Reads one RESP2 reply; `undefined` while it is incomplete. */
function parseReply(bytes: Buffer, start: number): Parsed | undefined {
  const lineEnd = bytes.indexOf('\r\n', start);
  if (lineEnd === -1) return undefined;
  const line = bytes.toString('utf8', start + 1, lineEnd);
  const end = lineEnd + 2;
  switch (String.fromCharCode(bytes[start] ?? 0)) {
    case '+':
      return { value: line, end };
    case ':':
      return { value: Number(line), end };
    case '-':
      throw new Error(`Redis answered: ${line}`);
    case '$': {
      const length = Number(line);
      if (length === -1) return { value: null, end };
      return bytes.length < end + length + 2 ? undefined : { value: bytes.toString('utf8', end, end + length), end: end + length + 2 };
    }
    case '*':
      return parseList(bytes, Number(line), end);
    default:
      throw new Error('Redis answered in another protocol than RESP2');
  }
}

function parseList(bytes: Buffer, length: number, start: number): Parsed | undefined {
  if (length === -1) return { value: null, end: start };
  const list: RedisReply[] = [];
  let end = start;
  for (let index = 0; index < length; index += 1) {
    const item = parseReply(bytes, end);
    if (!item) return undefined;
    list.push(item.value);
    end = item.end;
  }
  return { value: list, end };
}
