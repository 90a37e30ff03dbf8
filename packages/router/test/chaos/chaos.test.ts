import { describe, expect, it } from '@jest/globals';
import { redisSkipReason } from '@discord-intelligence/testing';

import { runChaos, type ChaosReport } from './run-chaos.js';

/** Printed by every failing expectation below. */
const SEED = 20_261_122;

const skip = redisSkipReason();

describe(`chaos (seed ${SEED})`, () => {
  it('ends every call in time, with an answer or a typed error, and charges exactly what the provider counted', async () => {
    check(await runChaos({ calls: 300, seed: SEED }));
  }, 60_000);

  (skip === undefined ? it : it.skip)(`keeps that up while Redis is restarted${skip === undefined ? '' : ` (${skip})`}`, async () => {
    check(await runChaos({ calls: 300, seed: SEED, redisRestarts: 2 }));
  }, 60_000);
});

function check(report: ChaosReport): void {
  const { answered, left, errorsByCode, nano } = report;
  expect({ late: report.late, untyped: report.untyped, wrongCharges: report.wrongCharges, leaks: report.leaks, unhandledRejections: report.unhandledRejections }).toEqual({
    late: [],
    untyped: [],
    wrongCharges: [],
    leaks: [],
    unhandledRejections: 0,
  });
  expect(answered + left + Object.values(errorsByCode).reduce((sum, count) => sum + count, 0)).toBe(report.calls);
  // The chaos leaves most calls with an answer; a router that refused everything would be consistent too.
  expect(answered).toBeGreaterThan(report.calls / 2);
  expect(nano.answers).toBe(nano.provider);
  expect(nano.provider).toBeGreaterThan(0);
}
