// Converts one large article and tells the most memory that was held meanwhile. Needs --expose-gc.
import { families } from '../lib/families.mjs';
import { peak, resetPeak, resident } from '../lib/resident.mjs';

export default function ({ convert, convertSync }) {
  const run = convert ?? convertSync;
  const loaded = resident();
  return async ({ bytes }) => {
    const html = families.article.html(bytes);
    gc();
    resetPeak();
    const before = resident();
    await run(html);
    return { loaded, grown: peak() - before, input: html.length };
  };
}
