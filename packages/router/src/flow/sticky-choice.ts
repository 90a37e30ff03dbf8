import type { Deployment } from '../deployments/deployment.js';

// FNV-1a, 32 bit: http://www.isthe.com/chongo/tech/comp/fnv/
const OFFSET = 2_166_136_261;
const PRIME = 16_777_619;

/**
 * The deployment of a session, by rendezvous hashing: the same in every process with
 * no memory of sessions, and when one fails only its own sessions move.
 */
export function stickyChoice(session: string, candidates: readonly Deployment[]): Deployment {
  let best = candidates[0]!;
  let highest = -1;
  for (const candidate of candidates) {
    const score = hash(`${session}\n${candidate.id}`);
    if (score <= highest) continue;
    highest = score;
    best = candidate;
  }
  return best;
}

function hash(text: string): number {
  let value = OFFSET;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), PRIME);
  // FNV leaves the last characters in the low bits only; two rounds of mixing spread them (murmur3's finaliser).
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
