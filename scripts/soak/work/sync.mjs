// Conversions on this thread.
export default function sync({ tidemark, random, document, check }) {
  for (let i = random.below(10); i >= 0; i--) {
    const { html, ...page } = document(100_000);
    check(page, tidemark.convertSync(html, page.options));
  }
}
