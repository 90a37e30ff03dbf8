import { describe, expect, it } from '@jest/globals';

import type { CacheStore } from '../../../src/cache/cache-store.js';

import { type Clock, createClock } from './clock.js';

/** What every store of texts keeps to. */
export function describeCacheStore(name: string, create: (clock: Clock) => CacheStore | Promise<CacheStore>): void {
  describe(`${name} as a cache store`, () => {
    const arrange = async () => {
      const clock = createClock();
      return { clock, store: await create(clock) };
    };

    it('knows nothing at first', async () => {
      const { store } = await arrange();
      expect(await store.get('absent')).toBeUndefined();
    });

    it('gives back what it was given, with the end of its life', async () => {
      const { clock, store } = await arrange();
      expect(await store.set('key', 'text', 1_000)).toBe(true);
      expect(await store.get('key')).toEqual({ text: 'text', expiresAt: clock.now() + 1_000 });
    });

    it.each([
      ['an empty text', ''],
      ['a long text', 'lorem ipsum '.repeat(5_000)],
      ['text beyond ASCII', 'ä 漢字 😀 "quoted" \\ \n\r\0 end'],
    ])('keeps %s to the letter', async (_what, text) => {
      const { store } = await arrange();
      await store.set('key', text, 1_000);
      expect((await store.get('key'))?.text).toBe(text);
    });

    it('forgets a text when its time is over', async () => {
      const { clock, store } = await arrange();
      await store.set('key', 'text', 1_000);
      clock.advance(1_000);
      expect(await store.get('key')).toBeUndefined();
    });

    it('replaces a text and its time', async () => {
      const { clock, store } = await arrange();
      await store.set('key', 'old', 1_000);
      await store.set('key', 'new', 5_000);
      clock.advance(2_000);
      expect((await store.get('key'))?.text).toBe('new');
    });

    it('keeps nothing for no time, and drops what was there', async () => {
      const { store } = await arrange();
      await store.set('key', 'old', 1_000);
      expect(await store.set('key', 'new', 0)).toBe(false);
      expect(await store.get('key')).toBeUndefined();
    });

    it('deletes one key and leaves the others', async () => {
      const { store } = await arrange();
      await store.set('a', '1', 1_000);
      await store.set('b', '2', 1_000);
      await store.delete('a');
      expect(await store.get('a')).toBeUndefined();
      expect((await store.get('b'))?.text).toBe('2');
    });

    it('leaves out what is too large, and drops what was there', async () => {
      const { store } = await arrange();
      await store.set('key', 'small', 1_000);
      // Random letters do not compress.
      const large = Array.from({ length: 400_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7_919) % 20_000))).join('');
      expect(await store.set('key', large, 1_000)).toBe(false);
      expect(await store.get('key')).toBeUndefined();
    });
  });
}
