// Converts a document of a family.
import { families } from '../lib/families.mjs';
import { median } from '../lib/stats.mjs';

// Small documents several times, since single ones are at the mercy of the machine; large ones once.
const again = (times, spent) => (times < 3 ? spent < 500 : times < 7 && spent < 100);
const warm = 200; // milliseconds

export default function ({ convertSync }) {
  warmUp(convertSync);
  return ({ family, bytes }) => {
    const { html, words } = families[family];
    const document = html(bytes);
    const times = [];
    let markdown;
    try {
      for (let spent = 0; again(times.length, spent); spent += times.at(-1)) {
        const started = performance.now();
        markdown = convertSync(document);
        times.push(performance.now() - started);
      }
    } catch (error) {
      return { threw: error.code ?? error.name, message: error.message.split('\n')[0] };
    }
    const lost = words.some((word) => !markdown.includes(word));
    return { ms: median(times), empty: markdown.trim() === '', lost };
  };
}

/** Compiled JavaScript is several times as fast: without this the line of a converter in it would start too high. */
function warmUp(convertSync) {
  const page = families.article.html(10_000);
  const started = performance.now();
  while (performance.now() - started < warm) convertSync(page);
}
