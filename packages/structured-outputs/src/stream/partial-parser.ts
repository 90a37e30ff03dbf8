import { MAX_DEPTH } from '../read/read-value.js';

/** Reads JSON while it arrives. Each character is looked at once. */
export interface PartialParser {
  /** Reads on. Text that is not JSON ends the reading silently: the whole answer is judged at its end anyway. */
  feed(text: string): void;
  /**
   * The value so far; `undefined` before it begins. What is complete is shared
   * between snapshots: do not change it.
   */
  snapshot(): unknown;
  /** Complete elements of the list: the root itself, or what stands under its key `value`. */
  readonly elements: readonly unknown[];
  readonly completeElements: number;
}

type Between = 'value' | 'first-value' | 'first-key' | 'key' | 'colon' | 'after';
type State = Between | 'seek' | 'text' | 'escape' | 'unicode' | 'scalar' | 'end';

interface Frame {
  readonly container: Record<string, unknown> | unknown[];
  key: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const SCALARS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Starts reading; prose, fences and `<think>` before the first bracket are passed over. */
export function createPartialParser(): PartialParser {
  const stack: Frame[] = [];
  let state: State = 'seek';
  let root: unknown;
  let isKey = false;
  let word = '';
  let unicode = '';
  let lead = '';
  let list: unknown[] | undefined;
  let listDepth = 0;

  const top = () => stack.at(-1);

  function put(value: unknown): void {
    const frame = top();
    if (!frame) return;
    if (Array.isArray(frame.container)) frame.container.push(value);
    else if (frame.key !== '__proto__') frame.container[frame.key] = value;
  }

  function open(container: Record<string, unknown> | unknown[]): void {
    if (stack.length >= MAX_DEPTH) {
      state = 'end';
      return;
    }
    const isList = Array.isArray(container) && (stack.length === 0 || (stack.length === 1 && top()?.key === 'value'));
    if (stack.length === 0) root = container;
    else put(container);
    stack.push({ container, key: '' });
    if (isList && !list) {
      list = container;
      listDepth = stack.length;
    }
    state = Array.isArray(container) ? 'first-value' : 'first-key';
  }

  function close(isArray: boolean): void {
    if (Array.isArray(stack.pop()?.container) !== isArray) state = 'end';
    else state = stack.length === 0 ? 'end' : 'after';
  }

  /** Looks for the first bracket outside of `<think>`. */
  function seek(character: string): void {
    lead = (lead + character).slice(-16).toLowerCase();
    if (lead.endsWith('<think>') || lead.endsWith('<thinking>')) word = 'think';
    else if (lead.endsWith('</think>') || lead.endsWith('</thinking>')) word = '';
    if (word === '' && (character === '{' || character === '[')) open(character === '{' ? {} : []);
  }

  function beginValue(character: string): void {
    if (character === '"') {
      word = '';
      isKey = false;
      state = 'text';
    } else if (character === '{') open({});
    else if (character === '[') open([]);
    else if (character === ']' && state === 'first-value') close(true);
    else if (/[-\dtfn]/.test(character)) {
      word = character;
      state = 'scalar';
    } else state = 'end';
  }

  function endScalar(): void {
    const value = Object.hasOwn(SCALARS, word) ? SCALARS[word] : /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word) ? Number(word) : undefined;
    if (value === undefined) {
      state = 'end';
      return;
    }
    put(value);
    state = 'after';
  }

  function endText(): void {
    const frame = top();
    if (!isKey) put(word);
    else if (frame) frame.key = word;
    state = isKey ? 'colon' : 'after';
  }

  /** Everything between values; white space has been passed over. */
  function step(between: Between, character: string): void {
    switch (between) {
      case 'value':
      case 'first-value':
        beginValue(character);
        return;
      case 'first-key':
      case 'key':
        if (character === '"') {
          word = '';
          isKey = true;
          state = 'text';
        } else if (character === '}' && between === 'first-key') close(false);
        else state = 'end';
        return;
      case 'colon':
        state = character === ':' ? 'value' : 'end';
        return;
      case 'after':
        if (character === ',') state = Array.isArray(top()?.container) ? 'value' : 'key';
        else if (character === '}' || character === ']') close(character === ']');
        else state = 'end';
    }
  }

  function feed(text: string): void {
    for (let position = 0; position < text.length && state !== 'end'; position++) {
      const character = text[position] ?? '';
      if (state === 'text') {
        const end = endOfRun(text, position);
        if (end > position) {
          word += text.slice(position, end);
          position = end - 1;
        } else if (character === '"') endText();
        else if (character === '\\') state = 'escape';
        // A raw line break: no JSON, but what is meant is plain.
        else word += character;
      } else if (state === 'escape') {
        if (character === 'u') unicode = '';
        word += character === 'u' ? '' : Object.hasOwn(ESCAPES, character) ? (ESCAPES[character] ?? '') : `\\${character}`;
        state = character === 'u' ? 'unicode' : 'text';
      } else if (state === 'unicode') {
        unicode += character;
        if (unicode.length < 4) continue;
        word += String.fromCharCode(Number.parseInt(unicode, 16) || 0xfffd);
        state = 'text';
      } else if (state === 'scalar') {
        if (/[-+.\w]/.test(character)) {
          word += character;
          // Longer than any number or literal.
          if (word.length > 400) state = 'end';
          continue;
        }
        endScalar();
        position -= 1;
      } else if (state === 'seek') seek(character);
      else if (character.trim() !== '') step(state, character);
    }
  }

  function snapshot(): unknown {
    if (stack.length === 0) return root;
    // Only what is still open is copied.
    let inner: unknown;
    let hasInner = (state === 'text' || state === 'escape' || state === 'unicode') && !isKey;
    if (hasInner) inner = word;
    for (let index = stack.length - 1; index >= 0; index--) {
      const frame = stack[index];
      if (!frame) break;
      const isOpenChild = index < stack.length - 1;
      if (Array.isArray(frame.container)) {
        const copy = [...(frame.container)];
        if (isOpenChild) copy[copy.length - 1] = inner;
        else if (hasInner) copy.push(inner);
        inner = copy;
      } else {
        const copy = { ...frame.container };
        if ((isOpenChild || hasInner) && frame.key !== '__proto__') copy[frame.key] = inner;
        inner = copy;
      }
      hasInner = true;
    }
    return inner;
  }

  return {
    feed,
    snapshot,
    get elements() {
      return list ?? [];
    },
    get completeElements() {
      return list ? list.length - (stack.length > listDepth ? 1 : 0) : 0;
    },
  };
}

function endOfRun(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x22 || code === 0x5c) break;
  }
  return end;
}
