/**
 * Works on several items at a time and gives what comes of them in the order of
 * the items. After an abort nothing more is begun; what is finished by then is
 * still given, and what the abort has ended is left out.
 *
 * @throws whatever `work` throws for another reason than the abort.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  { concurrency, signal }: { readonly concurrency: number; readonly signal: AbortSignal },
): AsyncGenerator<Result> {
  const begun: Promise<{ readonly result: Result } | { readonly error: unknown }>[] = [];
  const next = async function* () {
    const outcome = await begun.shift()!;
    if ('result' in outcome) yield outcome.result;
    else if (!signal.aborted) throw outcome.error;
  };
  for await (const item of items) {
    if (signal.aborted) break;
    begun.push(work(item).then((result) => ({ result }), (error: unknown) => ({ error })));
    if (begun.length >= concurrency) yield* next();
  }
  while (begun.length > 0) yield* next();
}
