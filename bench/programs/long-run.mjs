// Converts articles of all sizes, one after the other, and tells from time to time how much memory is held. Needs --expose-gc.
import { families } from '../lib/families.mjs';
import { resident } from '../lib/resident.mjs';

// 2 to 90 KB, small and large in turn.
const documents = Array.from({ length: 32 }, (_, i) => families.article.html(2000 * 1.13 ** ((i * 13) % 32)));

export default function ({ convert, convertSync }) {
  const run = convert ?? convertSync;
  return async ({ milliseconds, samples }) => {
    const points = [];
    const started = performance.now();
    for (let conversions = 0; points.length < samples; ) {
      await run(documents[conversions++ % documents.length]);
      if (performance.now() - started < ((points.length + 1) * milliseconds) / samples) continue;
      gc();
      points.push({ conversions, bytes: resident() });
    }
    return { points };
  };
}
