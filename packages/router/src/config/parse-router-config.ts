import { Secret } from '@discord-intelligence/config';

import { issuesOf, RouterConfigError, type RouterConfigIssue } from './router-config-error.js';
import { type RouterConfig, routerConfig } from './router-config.js';

/** Looks up `env:NAME`. */
export type SecretLookup = (name: string) => Secret | string | undefined;

const ENV = 'env:';

/**
 * Checks a configuration and fills in defaults and keys.
 *
 * @throws {@link RouterConfigError} naming every path that is wrong.
 */
export function parseRouterConfig(input: unknown, secrets: SecretLookup): RouterConfig {
  const parsed = routerConfig().safeParse(input);
  if (!parsed.success) throw new RouterConfigError(issuesOf(parsed.error));
  const issues: RouterConfigIssue[] = [];
  const resolve = (value: Secret | string, path: string): Secret => {
    if (Secret.is(value)) return value;
    if (!value.startsWith(ENV)) return new Secret(value);
    const found = secrets(value.slice(ENV.length));
    if (found === undefined || found === '') issues.push({ path, message: `the variable ${value.slice(ENV.length)} is not set` });
    return Secret.is(found) ? found : new Secret(found ?? '');
  };

  const deployments = Object.fromEntries(
    Object.entries(parsed.data.deployments).map(([id, deployment]) => [
      id,
      {
        ...deployment,
        ...(deployment.keys && {
          keys: deployment.keys.map((entry, index) => {
            const { key, ...rest } = typeof entry === 'object' && 'key' in entry ? entry : { key: entry };
            return { ...rest, key: resolve(key, `deployments.${id}.keys[${index}]`) };
          }),
        }),
      },
    ]),
  );
  const { redis } = parsed.data;
  const config = { ...parsed.data, deployments, ...(redis && { redis: { ...redis, url: resolve(redis.url, 'redis.url') } }) };
  if (issues.length > 0) throw new RouterConfigError(issues);
  return config;
}
