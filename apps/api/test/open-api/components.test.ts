import { describe, expect, it } from '@jest/globals';

import { tidyComponents } from '../../src/open-api/components.js';

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('tidyComponents', () => {
  it('drops what no path leads to and keeps what one leads to over several steps', () => {
    const { components } = tidyComponents({
      paths: { '/a': { schema: reference('A') } },
      components: { schemas: { A: { items: reference('B') }, B: { type: 'string' }, C: { type: 'string' } } },
    });
    expect(Object.keys(components.schemas)).toEqual(['A', 'B']);
  });

  it('shortens the name of a schema that is only read, and keeps both where both are needed', () => {
    const tidied = tidyComponents({
      paths: { '/a': [reference('OneInput'), reference('TwoInput'), reference('Two')] },
      components: { schemas: { One: {}, OneInput: { title: 'one' }, Two: {}, TwoInput: {} } },
    });
    expect(tidied).toEqual({
      paths: { '/a': [reference('One'), reference('TwoInput'), reference('Two')] },
      components: { schemas: { One: { title: 'one' }, Two: {}, TwoInput: {} } },
    });
  });

  it('follows schemas that lead to themselves', () => {
    const document = { paths: { '/a': reference('A') }, components: { schemas: { A: { items: reference('A') } } } };
    expect(tidyComponents(document)).toEqual(document);
  });

  it('leaves the document it is given as it was', () => {
    const document = { paths: {}, components: { schemas: { A: { version: '1.0.0' } } } };
    const before = structuredClone(document);
    tidyComponents(document);
    expect(document).toEqual(before);
  });

  it('moves the version of a schema to where OpenAPI lets it be', () => {
    const { components } = tidyComponents({
      paths: { '/a': reference('A') },
      components: { schemas: { A: { version: '1.0.0', properties: { version: { type: 'string' } } } } },
    });
    expect(components.schemas.A).toEqual({ 'x-version': '1.0.0', properties: { version: { type: 'string' } } });
  });
});
