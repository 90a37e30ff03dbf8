import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { PROBLEM_MEDIA_TYPE } from '../../src/problems/problem.js';

/** An answer that was read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; empty when it is none. */
  readonly json: Record<string, unknown>;
}

interface Operation {
  readonly responses: Record<string, { readonly content?: Record<string, unknown> }>;
}
type Paths = Record<string, Record<string, Operation>>;

interface Checker {
  readonly ajv: Ajv2020;
  readonly paths: Paths;
}

// The document does not depend on the options of a server, and is slow to compile: one for all servers of a file.
let checker: Checker | undefined;

/** Makes a check of answers against the OpenAPI document that the server itself gives out. */
export function createAnswerCheck(readDocument: () => object) {
  return async (path: string, method: string, response: Response): Promise<Answer> => {
    const { ajv, paths } = (checker ??= createChecker(readDocument()));
    const text = await response.text();
    const mediaType = response.headers.get('content-type')?.split(';')[0] ?? '';
    const json = /\bjson$/.test(mediaType) && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : undefined;
    const pointer = schemaOf(paths, path.split('?', 1).join(), method, response.status, mediaType);
    if (json !== undefined && method !== 'HEAD' && !path.startsWith('/openapi.json') && !path.startsWith('/docs')) {
      const validate = ajv.getSchema(`api#${pointer}`);
      if (validate === undefined) throw new Error(`the document has no ${pointer}`);
      if (validate(json) !== true) throw new Error(`${method} ${path} answered against the document: ${ajv.errorsText(validate.errors)}\n${text}`);
    }
    return { status: response.status, headers: response.headers, text, json: json ?? {} };
  };
}

function createChecker(document: object): Checker {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  return { ajv, paths: (document as { paths: Paths }).paths };
}

/** Where the document has the schema of an answer. Addresses and methods that it does not have must answer a problem. */
function schemaOf(paths: Paths, path: string, method: string, status: number, mediaType: string): string {
  const route = Object.keys(paths).find((each) => new RegExp(`^${each.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
  const operation = route === undefined ? undefined : paths[route]?.[method.toLowerCase()];
  if (route === undefined || operation === undefined) return '/components/schemas/Problem';
  // What is not even a request of this operation is not in its list.
  if (operation.responses[status]?.content?.[mediaType] === undefined) {
    if (mediaType === PROBLEM_MEDIA_TYPE && [408, 414, 431].includes(status)) return '/components/schemas/Problem';
    throw new Error(`${method} ${route} is not documented to answer ${status} as ${mediaType}`);
  }
  const parts = ['paths', route, method.toLowerCase(), 'responses', String(status), 'content', mediaType, 'schema'];
  return parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}`).join('');
}
