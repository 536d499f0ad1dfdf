// Calls, one at a time and many at once.
export default async function async_({ tidemark, random, document, call, check }) {
  const count = random.spread(1, 100);
  const calls = Array.from({ length: count }, async () => {
    const { html, ...page } = document(count > 20 ? 20_000 : Number.POSITIVE_INFINITY);
    check(page, await call(() => tidemark.convert(html, page.options)));
  });
  await Promise.all(calls);
}
