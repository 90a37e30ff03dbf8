/** Constants of MurmurHash3's 32-bit finaliser (public domain, Austin Appleby). */
const MIX_1 = 0x85ebca6b;
const MIX_2 = 0xc2b2ae35;
/** 2^32 divided by the golden ratio: steps of it visit every state. */
const STEP = 0x9e3779b9;

/** A generator of numbers from 0 to below 1: the same seeds give the same numbers. */
export function createSeededRandom(...seeds: readonly (number | string)[]): () => number {
  let state = 0;
  for (const seed of seeds) {
    const text = String(seed);
    for (let index = 0; index < text.length; index += 1) state = mix((state ^ text.charCodeAt(index)) + STEP);
    // A border between seeds: (1, 23) is not (12, 3).
    state = mix(state + STEP);
  }
  return () => {
    state = (state + STEP) >>> 0;
    return mix(state) / 2 ** 32;
  };
}

function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), MIX_1);
  mixed = Math.imul(mixed ^ (mixed >>> 13), MIX_2);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
