/** What the routers of the measurements are told; `all` names every feature that is on. */
export function configOf(baseURL, own = {}) {
  return {
    deployments: { one: { provider: 'openai', model: 'gpt-4o-mini', baseURL, keys: ['bench'] } },
    groups: { smart: ['one'] },
    ...own,
  };
}

/** Everything that a request meets on its way, but Redis. No limit is ever reached. */
export function allFeatures(baseURL) {
  const deployment = { provider: 'openai', model: 'gpt-4o-mini', baseURL, keys: ['bench'], rpm: 1e9, tpm: 1e12, maxParallel: 64, price: { in: 0.15, out: 0.6, cachedIn: 0.075 } };
  return {
    deployments: { one: deployment, two: deployment, three: deployment, spare: deployment },
    groups: { smart: ['one', 'two', 'three'], spare: ['spare'] },
    fallbacks: { smart: ['spare'] },
    strategy: 'usage-based-routing',
    retry: { max: 2 },
    timeouts: { headers: '30s', attempt: '1m', total: '2m' },
    cooldown: { default: '5s', minSamples: 5, failureRatio: '50%' },
    cache: { ttl: '1h' },
    budgets: [
      { id: 'all', limit: 1_000_000, window: 'month' },
      { id: 'user', scope: { user: '*' }, limit: 10_000, window: 'day' },
    ],
  };
}

/** One hook for each event, which counts it. */
export function countingHooks() {
  const counts = {};
  const count = (name) => () => { counts[name] = (counts[name] ?? 0) + 1; };
  const names = ['onRequestStart', 'onAttemptStart', 'onAttempt', 'onFallback', 'onRequestEnd', 'onCooldown', 'onAlert', 'onWarning'];
  return { counts, hooks: Object.fromEntries(names.map((name) => [name, count(name)])) };
}

const SYSTEM = 'You answer questions about the minutes of a town council in two sentences. You name who spoke and what was decided, and you say so when the minutes do not tell.';
const QUESTION = 'What did the council decide about the bridge over the river, who spoke against it, where is the money to come from, and when is the work to begin? Please leave out what was said about the school.';

/** The parameters of one call. No two have the same question, so that no cache can answer. */
export function paramsOf(index, stream) {
  return {
    messages: [{ role: 'system', content: SYSTEM }, { role: 'user', content: `${QUESTION} (Minutes, number ${index}.)` }],
    max_tokens: 200,
    temperature: 0.2,
    ...(stream && { stream: true, stream_options: { include_usage: true } }),
  };
}

/** A hundred users take turns, each with a budget. */
export function optionsOf(index) {
  return { tenant: 'bench', scope: { user: `user-${index % 100}` } };
}
