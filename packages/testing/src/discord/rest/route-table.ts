import type { Route, RouteParameters } from './api-request.js';

/** A route and the parameters that its pattern found in a path. */
export interface RouteMatch {
  readonly route: Route;
  readonly parameters: RouteParameters;
}

/** Finds the route of a request; literal segments win over parameters by order of the table. */
export function findRoute(routes: readonly Route[], method: string, path: string): RouteMatch | 'wrong-method' | undefined {
  let isKnownPath = false;
  for (const route of routes) {
    const parameters = matchPattern(route.pattern, path);
    if (!parameters) continue;
    if (route.method === method) return { route, parameters };
    isKnownPath = true;
  }
  return isKnownPath ? 'wrong-method' : undefined;
}

function matchPattern(pattern: string, path: string): RouteParameters | undefined {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? '';
    if (segment.startsWith(':')) parameters[segment.slice(1)] = value;
    else if (segment !== value) return undefined;
  }
  return parameters;
}
