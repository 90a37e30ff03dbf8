import { nodeCrypto } from '../built-in.js';
import type { RouterConfig } from '../config/router-config.js';

const BASIS_POINTS = 10_000;

/**
 * The arm of a unit: a pure function of experiment, salt and unit, so that every process
 * agrees without talking. HMAC-SHA256 keeps experiments with different salts independent.
 */
export function assignArm(name: string, { salt, arms }: RouterConfig['experiments'][string], unit: string): string {
  const digest = nodeCrypto().createHmac('sha256', salt).update(`${name}\n${unit}`).digest();
  // 48 bits over 10,000: the last remainder is off by less than one in 10^10.
  let point = digest.readUIntBE(0, 6) % BASIS_POINTS;
  const entries = Object.entries(arms);
  for (const [arm, share] of entries) {
    if (point < share) return arm;
    point -= share;
  }
  return entries.at(-1)![0];
}
