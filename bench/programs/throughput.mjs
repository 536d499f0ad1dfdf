// Converts one page again and again on one thread.
import { readFileSync } from 'node:fs';

export default async function ({ convertSync, prepare = (html) => html }, { files }) {
  const pages = files.map((file) => prepare(readFileSync(file, 'utf8')));
  return async ({ page, milliseconds }) => {
    const html = pages[page];
    const started = performance.now();
    let calls = 0;
    let elapsed = 0;
    do {
      convertSync(html);
      calls++;
      elapsed = performance.now() - started;
    } while (elapsed < milliseconds);
    return { calls, milliseconds: elapsed };
  };
}
