import { readTrace, type RouterConfigInput, type SimulationTrace } from '@discord-intelligence/router';
import { createRandom } from '@discord-intelligence/testing/random';

/** A group of deployments, how they behave, and what is asked of them. */
export interface World {
  readonly name: string;
  readonly config: RouterConfigInput;
  /** The same seed makes the same requests. */
  readonly trace: (seed: number) => SimulationTrace;
}

/** Requests arrive at random, so many a second on average. */
const REQUESTS_A_SECOND = 20;
const REQUESTS = 3_000;
const DURATION_MS = (REQUESTS / REQUESTS_A_SECOND) * 1_000;

/** One deployment of a world. */
interface Place {
  /** Requests a minute that it takes. */
  readonly rpm: number;
  /** USD per million tokens, in and out. */
  readonly price: readonly [input: number, output: number];
  /** Time to the first token. */
  readonly medianMs: number;
  readonly perTokenMs: number;
  readonly failures?: readonly object[];
}

const EQUAL: Place = { rpm: 600, price: [1, 3], medianMs: 400, perTokenMs: 8 };

/** The three worlds in which strategies are compared. Each has twice the room that is needed, so that balance is a choice. */
export const WORLDS: readonly World[] = [
  world('four equals', { a: EQUAL, b: EQUAL, c: EQUAL, d: EQUAL }),
  world('one cheap and slow, one dear and fast', {
    cheap: { rpm: 1_200, price: [0.25, 0.75], medianMs: 900, perTokenMs: 20 },
    dear: { rpm: 1_200, price: [2.5, 7.5], medianMs: 250, perTokenMs: 5 },
  }),
  world('four equals, one failing for the middle third', {
    a: { ...EQUAL, failures: [{ fromMs: DURATION_MS / 3, toMs: (2 * DURATION_MS) / 3, failure: 503 }] },
    b: EQUAL,
    c: EQUAL,
    d: EQUAL,
  }),
];

function world(name: string, places: Readonly<Record<string, Place>>): World {
  const deployments = Object.fromEntries(
    Object.entries(places).map(([id, { rpm, price: [input, output] }]) => [id, { provider: 'simulated', model: id, baseURL: 'http://simulated.invalid/v1', rpm, tpm: rpm * 1_000, price: { in: input, out: output } }]),
  );
  return {
    name,
    config: { deployments, groups: { smart: Object.keys(places) } },
    trace: (seed) => readTrace([...providerLines(places), ...requestLines(seed)].map((line) => JSON.stringify(line)).join('\n')),
  };
}

function providerLines(places: Readonly<Record<string, Place>>): object[] {
  return Object.entries(places).map(([deployment, { medianMs, perTokenMs, failures = [] }]) => ({
    kind: 'provider',
    deployment,
    latency: { kind: 'lognormal', medianMs, p95Ms: medianMs * 2.5 },
    perTokenMs,
    failures,
  }));
}

function requestLines(seed: number): object[] {
  const random = createRandom(seed);
  let atMs = 0;
  return Array.from({ length: REQUESTS }, () => {
    // Waits of a Poisson process; 1 - random() is never 0.
    atMs += (-Math.log(1 - random()) * 1_000) / REQUESTS_A_SECOND;
    return { kind: 'request', atMs, model: 'smart', promptTokens: 50 + Math.floor(random() * 900), completionTokens: 10 + Math.floor(random() * 190), maxTokens: 200 };
  });
}
