import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';

/** Puts the chunks of a stream together again. */
export interface ChunkCollector {
  readonly add: (chunk: ChatCompletionChunk) => void;
  /** The answer so far; `undefined` before the first chunk. Without a finish reason where none came. */
  completion(): ChatCompletion | undefined;
}

/** Fields of a piece of a message whose texts are joined; of all others the last value counts. */
const JOINED: ReadonlySet<string> = new Set(['content', 'refusal', 'reasoning', 'reasoning_content']);

/** Collects texts, refusals, tool calls, finish reasons and usage, and keeps what providers add. */
export function createChunkCollector(): ChunkCollector {
  let head: Record<string, unknown> | undefined;
  let usage: unknown;
  const choices = new Map<number, CollectedChoice>();

  return {
    add(chunk) {
      const { choices: pieces, usage: told } = chunk as unknown as LooseChunk;
      if (told) usage = told;
      // The first value counts; later chunks may add fields.
      head ??= {};
      for (const name in chunk) if (!(name in head) && name !== 'choices' && name !== 'usage') head[name] = chunk[name as keyof typeof chunk];
      for (const piece of pieces ?? []) {
        const index = piece.index ?? 0;
        const known = choices.get(index);
        const choice = known ?? { index, message: { role: 'assistant', content: null, refusal: null }, texts: new Map(), calls: new Map(), finish_reason: null, logprobs: null };
        if (!known) choices.set(index, choice);
        addPiece(choice, piece);
      }
    },
    completion() {
      if (!head) return undefined;
      const sorted = [...choices.values()].sort((a, b) => a.index - b.index);
      // Built from the provider's chunks; whoever keeps it checks it.
      return { ...head, object: 'chat.completion', choices: sorted.map(finishChoice), ...(usage !== undefined && { usage }) } as unknown as ChatCompletion;
    },
  };
}

interface LooseChunk {
  readonly choices?: readonly LoosePiece[] | null;
  readonly usage?: unknown;
}

interface LoosePiece {
  readonly index?: number;
  readonly delta?: Readonly<Record<string, unknown>> | null;
  readonly finish_reason?: string | null;
  readonly logprobs?: { readonly content?: readonly unknown[] | null; readonly refusal?: readonly unknown[] | null } | null;
}

interface CollectedChoice {
  readonly index: number;
  readonly message: Record<string, unknown>;
  /** Pieces of joined fields: joined once, at the end. */
  readonly texts: Map<string, string[]>;
  readonly calls: Map<number, CollectedCall>;
  finish_reason: string | null;
  logprobs: { content: unknown[] | null; refusal: unknown[] | null } | null;
}

interface CollectedCall {
  fields: Record<string, unknown>;
  called: Record<string, unknown> | undefined;
  readonly pieces: string[];
}

function addPiece(choice: CollectedChoice, { delta, finish_reason: finish, logprobs }: LoosePiece): void {
  if (finish) choice.finish_reason = finish;
  if (logprobs) {
    choice.logprobs ??= { content: null, refusal: null };
    if (logprobs.content) (choice.logprobs.content ??= []).push(...logprobs.content);
    if (logprobs.refusal) (choice.logprobs.refusal ??= []).push(...logprobs.refusal);
  }
  for (const name in delta) {
    const value = delta[name];
    if (value === null || value === undefined) continue;
    if (name === 'tool_calls') addCalls(choice, value);
    else if (name === 'function_call') addCall(choice, -1, { function: value });
    else if (JOINED.has(name) && typeof value === 'string') pushText(choice.texts, name, value);
    else choice.message[name] = value;
  }
}

function addCalls(choice: CollectedChoice, calls: unknown): void {
  if (!Array.isArray(calls)) return;
  calls.forEach((call: unknown, position) => {
    if (typeof call !== 'object' || call === null) return;
    const { index, ...fields } = call as Record<string, unknown>;
    addCall(choice, typeof index === 'number' ? index : position, fields);
  });
}

function addCall(choice: CollectedChoice, index: number, fields: Readonly<Record<string, unknown>>): void {
  const known = choice.calls.get(index);
  const call = known ?? { fields: {}, called: undefined, pieces: [] };
  if (!known) choice.calls.set(index, call);
  const { function: called, ...rest } = fields;
  for (const [name, value] of Object.entries(rest)) if (value !== null && value !== undefined) call.fields[name] = value;
  if (typeof called !== 'object' || called === null) return;
  const { arguments: piece, ...names } = called as Record<string, unknown>;
  call.called = { ...call.called, ...Object.fromEntries(Object.entries(names).filter(([, value]) => value !== null && value !== undefined)) };
  if (typeof piece === 'string') call.pieces.push(piece);
}

function finishChoice({ index, message, texts, calls, finish_reason, logprobs }: CollectedChoice): Record<string, unknown> {
  const joined = Object.fromEntries([...texts].map(([name, pieces]) => [name, pieces.join('')]));
  const finished = [...calls].sort(([a], [b]) => a - b).map(([at, { fields, called, pieces }]) => ({ at, call: { type: 'function', ...fields, ...(called && { function: { ...called, arguments: pieces.join('') } }) } }));
  const toolCalls = finished.filter(({ at }) => at >= 0).map(({ call }) => call);
  const legacy = finished.find(({ at }) => at < 0)?.call;
  // Streams begin with an empty text where a whole answer would have none.
  if (joined.content === '' && (toolCalls.length > 0 || legacy || joined.refusal)) Reflect.deleteProperty(joined, 'content');
  return {
    index,
    message: { ...message, ...joined, ...(toolCalls.length > 0 && { tool_calls: toolCalls }), ...(legacy && 'function' in legacy && { function_call: legacy.function }) },
    logprobs,
    finish_reason,
  };
}

function pushText(texts: Map<string, string[]>, name: string, piece: string): void {
  const pieces = texts.get(name);
  if (pieces) pieces.push(piece);
  else texts.set(name, [piece]);
}
