import { describe, expect, it } from '@jest/globals';

import { CONFIDENCE_VALUES, modelJsonSchema, modelVersion, RESPONSE_MODELS, type ResponseModelName, toConfidenceLevel } from '../src/index.js';

const names = Object.keys(RESPONSE_MODELS) as ResponseModelName[];

describe.each(names)('%s', (name) => {
  it('states a version', () => {
    expect(modelVersion(name)).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each(['input', 'output'] as const)('describes every field in its JSON Schema for %s', (io) => {
    const schema = modelJsonSchema(name, io);
    const properties = propertiesOf(schema);
    expect(properties.length).toBeGreaterThan(3);
    const undescribed = properties.filter(([, property]) => typeof property.description !== 'string' && property.$ref === undefined);
    expect(undescribed.map(([key]) => key)).toEqual([]);
  });

  it('asks a language model only for what has no default', () => {
    expect(JSON.stringify(modelJsonSchema(name, 'input')).length).toBeLessThan(20_000);
    expect(modelJsonSchema(name, 'input')).not.toEqual(modelJsonSchema(name, 'output'));
  });
});

describe('a confidence level', () => {
  it.each([
    [0, 'low'],
    [0.3, 'low'],
    [0.44, 'low'],
    [0.46, 'medium'],
    [0.71, 'high'],
    [0.8, 'high'],
    [0.9, 'very_high'],
    [1, 'very_high'],
  ] as const)('for %d is %s', (probability, level) => {
    expect(toConfidenceLevel(probability)).toBe(level);
  });

  it('comes back from the value it stands for', () => {
    for (const [level, value] of Object.entries(CONFIDENCE_VALUES)) expect(toConfidenceLevel(value)).toBe(level);
  });

  it.each([-0.1, 1.1, Number.NaN])('is refused for %d', (probability) => {
    expect(() => toConfidenceLevel(probability)).toThrow(RangeError);
  });
});

interface JsonSchema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** The properties of a schema and of every schema it defines. */
function propertiesOf(schema: JsonSchema): [string, JsonSchema][] {
  return [...Object.entries(schema.properties ?? {}), ...Object.values(schema.$defs ?? {}).flatMap(propertiesOf)];
}
