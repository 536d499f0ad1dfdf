// Calls with less time than they may need.
export default async function timeout({ tidemark, random, document, call, check }) {
  const calls = Array.from({ length: random.spread(1, 20) }, async () => {
    const { html, ...page } = document(Number.POSITIVE_INFINITY);
    try {
      const timeout = random.spread(1, 1000) / 10;
      check(page, await call(() => tidemark.convert(html, { ...page.options, timeout })));
    } catch (error) {
      if (error.code !== 'ERR_TIMEOUT') throw error;
    }
  });
  await Promise.all(calls);
}
