import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { isJson, type Json } from '../json.js';
import type { FormIssue } from '../limits/form-check.js';

/** Where Discord's OpenAPI document lies, seen from the root of the repository. It is not part of it. */
const DOCUMENT_PATH = '../shared/reference/discord-openapi.json';

/** Judges requests and answers by Discord's own OpenAPI document. */
export interface DiscordOpenApi {
  /** What is wrong with a request; `undefined` when the document does not have the path or the method. */
  checkRequest(method: string, path: string, query: URLSearchParams, body: unknown): FormIssue[] | undefined;
  /** What is wrong with an answer of the fake itself; `undefined` when the document describes none. */
  checkReply(method: string, path: string, status: number, body: unknown): FormIssue[] | undefined;
}

/**
 * Loads the document that lies beside the repository.
 *
 * @param from Folder below the root of the repository.
 * @returns `undefined` where the document is not there.
 */
export function loadDiscordOpenApi(from = process.cwd()): DiscordOpenApi | undefined {
  const root = findRepositoryRoot(from);
  const file = root === undefined ? undefined : join(root, DOCUMENT_PATH);
  if (file === undefined || !existsSync(file)) return undefined;
  const known = loaded.get(file) ?? createDiscordOpenApi(JSON.parse(readFileSync(file, 'utf8')) as Json);
  loaded.set(file, known);
  return known;
}

// A memo of a read-only document, not state: parsing and compiling cost half a
// second, and a test file starts many fakes.
const loaded = new Map<string, DiscordOpenApi>();

function createDiscordOpenApi(document: Json): DiscordOpenApi {
  const paths = isJson(document.paths) ? document.paths : {};
  const templates = Object.keys(paths).map((template) => ({ template, segments: template.split('/') }));
  // `strict: false`: OpenAPI keywords are no JSON Schema. The document's own
  // schemas are taken as they are, so validating them would only cost time.
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true, validateSchema: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'discord');
  const compiled = new Map<string, ValidateFunction>();

  const operationOf = (method: string, path: string): { pointer: string; operation: Json } | undefined => {
    const template = findTemplate(templates, path);
    const item = template === undefined ? undefined : paths[template];
    const operation = isJson(item) ? item[method.toLowerCase()] : undefined;
    return template !== undefined && isJson(operation) ? { pointer: `/paths/${escape(template)}/${method.toLowerCase()}`, operation } : undefined;
  };
  const validate = (pointer: string, body: unknown): FormIssue[] => {
    const check = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${pointer}` });
    compiled.set(pointer, check);
    return check(body) ? [] : toIssues(check.errors ?? []);
  };

  return {
    checkRequest(method, path, query, body) {
      const found = operationOf(method, path);
      if (!found) return undefined;
      const { operation, pointer } = found;
      const issues = unknownParameters(operation, query);
      if (isJson(operation.requestBody) && body !== undefined) {
        const misfits = validate(`${pointer}/requestBody/content/application~1json/schema`, body);
        issues.push(...misfits.filter(({ field }) => !isPermissionText(field, body)));
      } else if (isJson(operation.requestBody) && operation.requestBody.required === true) {
        issues.push({ field: '', code: 'OPEN_API', message: 'A body is required' });
      }
      return issues;
    },

    checkReply(method, path, status, body) {
      const found = operationOf(method, path);
      const replies = found && isJson(found.operation.responses) ? found.operation.responses : undefined;
      const reply = replies?.[String(status)];
      if (!found || !isJson(reply)) return undefined;
      if (!isJson(reply.content)) return body === undefined ? [] : [{ field: '', code: 'OPEN_API', message: 'No body is allowed' }];
      return validate(`${found.pointer}/responses/${status}/content/application~1json/schema`, body);
    },
  };
}

function findRepositoryRoot(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nx.json'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Finds the path template with the most literal segments that fits. */
function findTemplate(templates: readonly { template: string; segments: readonly string[] }[], path: string): string | undefined {
  const actual = path.split('/');
  const isParameter = (segment: string) => segment.startsWith('{');
  return templates
    .filter(({ segments }) => segments.length === actual.length && segments.every((segment, index) => isParameter(segment) || segment === actual[index]))
    .sort((a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length)[0]?.template;
}

/** A JSON pointer inside a URL fragment. */
function escape(template: string): string {
  return encodeURIComponent(template.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** The document wants permission bits as a number; Discord's guide, its answers and its clients write them as text. */
function isPermissionText(field: string, body: unknown): boolean {
  if (!field.endsWith('default_member_permissions')) return false;
  const value = field.split('.').reduce<unknown>((node, key) => (node as Json | undefined)?.[key], body);
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}

function unknownParameters(operation: Json, query: URLSearchParams): FormIssue[] {
  const parameters = Array.isArray(operation.parameters) ? operation.parameters.filter(isJson) : [];
  const known = new Set(parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name));
  return [...query.keys()]
    .filter((name) => !known.has(name))
    .map((name) => ({ field: `?${name}`, code: 'OPEN_API', message: 'The document knows no such query parameter' }));
}

/** The deepest complaints first: they name the field, not the union around it. */
function toIssues(errors: readonly ErrorObject[]): FormIssue[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const deepest = Math.max(...errors.map(depth));
  const seen = new Map<string, FormIssue>();
  for (const error of errors.filter((candidate) => depth(candidate) === deepest)) {
    const issue = { field: error.instancePath.slice(1).replaceAll('/', '.'), code: 'OPEN_API', message: error.message ?? error.keyword };
    seen.set(`${issue.field} ${issue.message}`, issue);
  }
  return [...seen.values()].slice(0, 5);
}
