import { type HrTime, isSpanContextValid, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

import { LEVELS, type LevelName } from '../../levels.js';
import { COMMON, LOGFIRE } from '../../names/attributes.js';
import { GEN_AI } from '../../names/gen-ai.js';
import type { ConsoleOptions } from '../../setup-options.js';
import type { SpanSink } from '../spans/span-pipeline.js';

/** A finished log record, scrubbed. */
export interface ConsoleLog {
  readonly level: LevelName;
  readonly message: string;
  readonly time: number;
  readonly spanId: string | undefined;
  readonly traceId: string | undefined;
}

/** Writes each trace as a tree once its root has ended. */
export interface TreeConsole extends SpanSink {
  log(log: ConsoleLog): void;
  /** Writes what waits for a root that will not come. */
  drain(): void;
}

interface Node {
  readonly at: number;
  readonly text: string;
  readonly id: string | undefined;
  readonly parent: string | undefined;
}

const MOST_TRACES = 200;
const MOST_NODES = 500;
const COLOURS = { red: 31, yellow: 33, cyan: 36, grey: 90 } as const;

/** Makes the console. Bounded: of a huge trace the first 500 lines are shown. */
export function createTreeConsole({ stream, hasColors = stream?.isTTY === true, minLevel = 'info' }: ConsoleOptions): TreeConsole {
  const out = stream ?? process.stderr;
  const traces = new Map<string, Node[]>();
  const paint = (text: string, colour: keyof typeof COLOURS) => (hasColors ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text);

  return {
    take(span) {
      const { traceId, spanId } = span.spanContext();
      const parent = span.parentSpanContext;
      const isRoot = parent === undefined || parent.isRemote === true || !isSpanContextValid(parent);
      add(traceId, { at: millis(span.startTime), text: lineOf(span), id: spanId, parent: isRoot ? undefined : parent.spanId });
      if (isRoot) write(traceId);
    },
    log({ level, message, time, spanId, traceId }) {
      if (LEVELS[level] < LEVELS[minLevel]) return;
      const colour = LEVELS[level] >= LEVELS.error ? 'red' : LEVELS[level] >= LEVELS.warn ? 'yellow' : 'cyan';
      const text = `${paint(level, colour)} ${oneLine(message)}`;
      if (traceId !== undefined && spanId !== undefined) add(traceId, { at: time, text, id: undefined, parent: spanId });
      else print(`${clock(time)} ${text}\n`);
    },
    drain() {
      for (const traceId of [...traces.keys()]) write(traceId);
    },
  };

  function add(traceId: string, node: Node): void {
    let nodes = traces.get(traceId);
    if (nodes === undefined) {
      if (traces.size >= MOST_TRACES) write(traces.keys().next().value ?? '');
      nodes = [];
      traces.set(traceId, nodes);
    }
    if (nodes.length < MOST_NODES || node.parent === undefined) nodes.push(node);
  }

  function write(traceId: string): void {
    const nodes = traces.get(traceId) ?? [];
    traces.delete(traceId);
    nodes.sort((a, b) => a.at - b.at);
    const known = new Set(nodes.map(({ id }) => id));
    const children = new Map<string | undefined, Node[]>();
    for (const node of nodes) {
      // Whose parent is missing stands at the top.
      const parent = node.parent !== undefined && known.has(node.parent) ? node.parent : undefined;
      const siblings = children.get(parent) ?? [];
      siblings.push(node);
      children.set(parent, siblings);
    }
    let text = '';
    const visit = (node: Node, indent: string, isLast: boolean, depth: number): void => {
      text += depth === 0 ? `${clock(node.at)} ${node.text}\n` : `${' '.repeat(13)}${indent}${isLast ? '└ ' : '├ '}${node.text}\n`;
      const below = node.id === undefined ? [] : (children.get(node.id) ?? []);
      below.forEach((child, index) => {
        visit(child, depth === 0 ? '' : `${indent}${isLast ? '  ' : '│ '}`, index === below.length - 1, depth + 1);
      });
    };
    for (const root of children.get(undefined) ?? []) visit(root, '', true, 0);
    print(text);
  }

  function lineOf(span: ReadableSpan): string {
    const { attributes } = span;
    const message = attributes[LOGFIRE.message];
    const parts = [oneLine(typeof message === 'string' ? message : span.name), paint(`${(span.duration[0] * 1000 + span.duration[1] / 1e6).toFixed(1)} ms`, 'grey')];
    const input = attributes[GEN_AI.usage.inputTokens];
    const output = attributes[GEN_AI.usage.outputTokens];
    const cost = attributes[GEN_AI.operationCost];
    if (typeof input === 'number' || typeof output === 'number') parts.push(paint(`${String(input ?? '?')} -> ${String(output ?? '?')} tokens`, 'grey'));
    if (typeof cost === 'number') parts.push(paint(`$${cost.toPrecision(3)}`, 'grey'));
    if (span.status.code === SpanStatusCode.ERROR) {
      const type = attributes[COMMON.errorType];
      parts.push(paint(oneLine(`failed: ${typeof type === 'string' ? type : ''} ${span.status.message ?? ''}`), 'red'));
    }
    return parts.join('  ');
  }

  function print(text: string): void {
    try {
      if (text !== '') out.write(text);
    } catch {
      // a stream that was closed
    }
  }
}

/** One line without control characters: text of others must not move a cursor. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- refusing them is the point
  return text.slice(0, 400).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trimEnd();
}

function millis([seconds, nanos]: HrTime): number {
  return seconds * 1000 + nanos / 1e6;
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 23);
}
