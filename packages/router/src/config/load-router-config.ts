import { getSecret } from '@discord-intelligence/config';
import { parse, type YAMLParseError } from 'yaml';

import { nodeFs } from '../built-in.js';

import { parseRouterConfig, type SecretLookup } from './parse-router-config.js';
import type { RouterConfig } from './router-config.js';
import { RouterConfigError } from './router-config-error.js';

/** Larger files are refused: a configuration is written by people. */
const MAX_BYTES = 1_000_000;

/** How a configuration is loaded. */
export interface LoadRouterConfigOptions {
  /**
   * Looks up `env:NAME`.
   * @default the process environment and `.env`, through `@discord-intelligence/config`
   */
  readonly environment?: SecretLookup;
}

/**
 * Reads a configuration from a YAML file, or from a text that has line breaks.
 *
 * @throws {@link RouterConfigError} when the file cannot be read, is no YAML, or names something that is not there.
 * @example
 * const router = createRouter(loadRouterConfig('./litellm_config.yaml'));
 */
export function loadRouterConfig(source: string, { environment = getSecret }: LoadRouterConfigOptions = {}): RouterConfig {
  return parseRouterConfig(readRouterFile(source), environment);
}

/** What a file, or a text that has line breaks, says before anything is checked. @throws {@link RouterConfigError} when it is not there or no YAML. */
export function readRouterFile(source: string): unknown {
  return parseYaml(source.includes('\n') ? source : read(source));
}

function read(path: string): string {
  try {
    return nodeFs().readFileSync(path, 'utf8');
  } catch (cause) {
    throw new RouterConfigError([{ path: '', message: `the file ${path} cannot be read` }], cause);
  }
}

function parseYaml(text: string): unknown {
  if (text.length > MAX_BYTES) throw new RouterConfigError([{ path: '', message: `the file is larger than ${MAX_BYTES} bytes` }]);
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (cause) {
    // The parser quotes the line, which may hold a key: only its place is told, and it is no `cause`.
    const place = isParseError(cause) ? ` (line ${cause.linePos?.[0].line ?? '?'}, ${cause.code})` : '';
    throw new RouterConfigError([{ path: '', message: `the text is no YAML${place}` }]);
  }
}

/** By name: the class would have to be loaded with this module, and the build puts the parser off until it is needed. */
function isParseError(error: unknown): error is YAMLParseError {
  return error instanceof Error && error.name === 'YAMLParseError';
}
