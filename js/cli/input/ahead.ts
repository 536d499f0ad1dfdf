/**
 * Begins what `begin` does for the items of a source ahead of their turn, for `limit` of them at a time, and yields the outcomes in order. `begin` does not reject.
 */
export async function* ahead<T, R>(
  source: AsyncIterable<T>,
  limit: number,
  begin: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for await (const item of source) {
    begun.push(begin(item));
    if (begun.length >= limit) yield (await begun.shift()) as R;
  }
  for (const outcome of begun) yield await outcome;
}
