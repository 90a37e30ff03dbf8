import { describe, expect, it } from '@jest/globals';

import { createPriceBook } from '../../src/prices/create-price-book.js';

describe('createPriceBook', () => {
  it('asks the deployment first, then the model, then the public list', async () => {
    const book = createPriceBook({ deployments: { a: { in: 1, out: 2 } }, models: { 'gpt-4o-mini': { in: 3, out: 4 } } });
    expect(book.find({ deployment: 'a', model: 'gpt-4o-mini' })).toMatchObject({ source: 'deployment', price: { in: 1 } });
    expect(book.find({ deployment: 'b', model: 'gpt-4o-mini' })).toMatchObject({ source: 'model', price: { in: 3 } });
    expect(await book.find({ deployment: 'b', provider: 'openai', model: 'gpt-4o' })).toMatchObject({ source: 'public', price: { in: 2.5, out: 10, cachedIn: 1.25 } });
  });

  it('answers at once what it has found before', async () => {
    const book = createPriceBook();
    const query = { provider: 'openai', model: 'gpt-4o-mini' };
    expect(book.peek(query)).toBeUndefined();
    await book.find(query);
    expect(book.find(query)).not.toBeInstanceOf(Promise);
    expect(book.peek(query)).toMatchObject({ source: 'public' });
  });

  it('turns the thresholds of the public list into tiers', async () => {
    const found = await createPriceBook().find({ provider: 'google', model: 'gemini-2.5-pro' });
    expect(found?.price.tiers).toEqual([
      { upToPrompt: 200_000, in: 1.25, out: 10, cachedIn: 0.125 },
      { upToPrompt: null, in: 2.5, out: 15, cachedIn: 0.25 },
    ]);
  });

  it('does not invent a price for an unknown model or provider', async () => {
    const book = createPriceBook();
    expect(await book.find({ model: 'nobody/knows-me-1' })).toBeUndefined();
    expect(await book.find({ provider: 'my-basement', model: 'gpt-4o-mini' })).toBeUndefined();
  });

  it('uses a price that is set from then on', () => {
    const book = createPriceBook({ deployments: { a: { in: 1, out: 2 } }, publicPrices: false });
    book.setDeploymentPrice('a', { in: 10, out: 20 });
    expect(book.peek({ deployment: 'a', model: 'm' })).toMatchObject({ price: { in: 10 } });
    book.setDeploymentPrice('a', undefined);
    expect(book.find({ deployment: 'a', model: 'm' })).toBeUndefined();
  });

  it('knows no price when the public list cannot be loaded, and tries again', async () => {
    let tries = 0;
    const book = createPriceBook({
      publicPrices: async () => {
        tries += 1;
        if (tries === 1) throw new Error('not there');
        return () => ({ in: 1, out: 1 });
      },
    });
    expect(await book.find({ model: 'm' })).toBeUndefined();
    expect(await book.find({ model: 'm' })).toMatchObject({ source: 'public' });
  });

  it('refuses prices that cannot be meant, naming whose they are', () => {
    expect(() => createPriceBook({ deployments: { a: { in: -1, out: 2 } } })).toThrow('Price of deployment "a": in must be 0 to');
    expect(() => createPriceBook({ models: { m: { in: 1, out: Number.NaN } } })).toThrow('Price of model "m": out');
    expect(() => createPriceBook({ models: { m: { in: 1, out: 1, tiers: [{ upToPrompt: null }, { upToPrompt: 5 }] } } })).toThrow('tiers[1].upToPrompt');
  });
});
