import type { ScriptedRequest } from '@discord-intelligence/testing';

import type { ResultMeta } from '../../src/trace/result-meta.js';

/** Header by which provider and caller agree which call a request belongs to. */
export const CALL_HEADER = 'x-chaos-call';

/** USD per million tokens: whole nano-USD for each token, so that the provider's own count needs no rounding. */
export const CHAOS_PRICE = { in: 1.5, out: 6 };

const NANO_PER_TOKEN = { prompt: 1_500, completion: 6_000 };

/** Two independent counts of the same answers, compared call by call. */
export interface ChaosBooks {
  /** The provider's side. */
  answeredByProvider(request: ScriptedRequest): void;
  /** The caller's side: what the router says that the answer has cost. */
  answeredByRouter(call: number, meta: ResultMeta | undefined): void;
  /** Compares what is older than `before` and forgets it. */
  close(before: number): void;
  readonly problems: readonly string[];
  readonly routerNano: number;
  readonly providerNano: number;
  readonly compared: number;
}

interface Page {
  charged: { readonly deployment: string; readonly nano: number | undefined; readonly isEstimated: boolean } | undefined;
  /** Complete answers by deployment. */
  readonly answers: Map<string, number[]>;
}

/** Opens the books. They hold the calls under way only. */
export function createChaosBooks(): ChaosBooks {
  const pages = new Map<number, Page>();
  const problems: string[] = [];
  let routerNano = 0;
  let providerNano = 0;
  let compared = 0;
  const pageOf = (call: number): Page => {
    const page = pages.get(call) ?? { charged: undefined, answers: new Map<string, number[]>() };
    pages.set(call, page);
    return page;
  };

  return {
    answeredByProvider({ headers, deployment, usage, isComplete }) {
      if (!isComplete || !usage) return;
      const { answers } = pageOf(Number(headers[CALL_HEADER]));
      const nano = (usage.prompt ?? 0) * NANO_PER_TOKEN.prompt + (usage.completion ?? 0) * NANO_PER_TOKEN.completion;
      answers.set(deployment, [...(answers.get(deployment) ?? []), nano]);
    },
    answeredByRouter(call, meta) {
      const served = meta?.attempts.findLast(({ outcome }) => outcome === 'ok');
      pageOf(call).charged = { deployment: served?.deployment ?? '', nano: served?.costNanoUsd, isEstimated: served?.usageEstimated ?? false };
    },
    close(before) {
      for (const [call, { charged, answers }] of pages) {
        if (call >= before) continue;
        pages.delete(call);
        if (!charged) continue;
        compared += 1;
        const counted = answers.get(charged.deployment) ?? [];
        routerNano += charged.nano ?? 0;
        // The answer that was taken is the last one: earlier ones came after their time limit.
        const match = counted.findLast((nano) => nano === charged.nano);
        providerNano += match ?? counted.at(-1) ?? 0;
        if (charged.isEstimated) problems.push(`call ${call}: estimated, although the provider told its usage`);
        else if (match === undefined) problems.push(`call ${call}: charged ${charged.nano ?? 'nothing'} at "${charged.deployment}", the provider counted ${counted.join(', ') || 'nothing'}`);
      }
    },
    problems,
    get routerNano() {
      return routerNano;
    },
    get providerNano() {
      return providerNano;
    },
    get compared() {
      return compared;
    },
  };
}
