import type { ProviderStep } from '@discord-intelligence/testing';

/** Kinds of answers and their shares; together 1. */
const SHARES = [
  [0.63, 'answer'],
  [0.08, 'slow'],
  [0.08, 'server-error'],
  [0.03, 'rate-limit'],
  [0.05, 'drop'],
  [0.03, 'reset'],
  [0.02, 'hang'],
  [0.02, 'half-body'],
  [0.02, 'stall'],
  [0.02, 'unfinished'],
  [0.01, 'garbage'],
  [0.01, 'error-event'],
] as const;

const WORDS = ['one ', 'two ', 'three ', 'four ', 'five '];

/** Draws what a provider does with a request; streams and whole answers are told apart by `isStream`. */
export function drawStep(random: () => number, isStream: boolean): ProviderStep {
  const kind = pickKind(random());
  const usage = { prompt: 1 + Math.floor(random() * 200), completion: 1 + Math.floor(random() * 50) };
  const latencyMs = Math.floor(random() * 6);
  const pieces = Array.from({ length: 1 + Math.floor(random() * WORDS.length) }, (_, index) => ({ delta: WORDS[index % WORDS.length]!, afterMs: Math.floor(random() * 3) }));
  const ending = [{ finish: 'stop' }, { usage }, { done: true }];
  switch (kind) {
    case 'answer':
      return isStream ? { latencyMs, stream: [...pieces, ...ending] } : { latencyMs, body: { completion: 'ok', usage } };
    case 'slow':
      return isStream ? { latencyMs, stream: [...pieces.map((piece) => ({ ...piece, afterMs: 25 })), ...ending] } : { latencyMs: 60, body: { completion: 'slow', usage } };
    case 'server-error':
      return { latencyMs, status: 500 + Math.floor(random() * 4), body: { error: { message: 'chaos', type: null, code: null } } };
    case 'rate-limit':
      return { latencyMs, status: 429, headers: { 'retry-after-ms': '15' }, body: { error: { message: 'chaos', type: null, code: null } } };
    case 'drop':
      return isStream ? { latencyMs, stream: [...pieces, { drop: true }] } : { latencyMs, network: 'reset' };
    case 'reset':
      return { network: 'reset' };
    case 'hang':
      return { network: 'hang' };
    case 'half-body':
      return { latencyMs, bodyStall: true };
    case 'stall':
      return isStream ? { latencyMs, stream: [...pieces, { stall: true }] } : { network: 'hang' };
    case 'unfinished':
      return isStream ? { latencyMs, stream: pieces } : { latencyMs, body: { raw: '{"choices":[{"message":' } };
    case 'garbage':
      return { latencyMs, body: { raw: '<html>bad gateway</html>' } };
    case 'error-event':
      return isStream ? { latencyMs, stream: [...pieces, { errorEvent: { code: 503, message: 'chaos' } }] } : { latencyMs, status: 503 };
  }
}

function pickKind(chance: number): (typeof SHARES)[number][1] {
  let left = chance;
  for (const [share, kind] of SHARES) {
    left -= share;
    if (left < 0) return kind;
  }
  return 'answer';
}
