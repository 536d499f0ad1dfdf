// Requests for a small document at fixed times, while large documents are converted.
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { quantile } from '../lib/stats.mjs';

// Prime, so that it keeps no step with any timer.
const interval = 7;

export default async function (converter, { file, large, small }) {
  const html = readFileSync(file, 'utf8');
  const heavy = html.repeat(Math.ceil(large.bytes / Buffer.byteLength(html)));
  const { convert, convertSync } = converter;
  const serve = convert ?? convertSync;

  return async () => {
    await serve(small);
    const started = performance.now();
    let busy = true;
    const requests = request(() => busy);
    await convertAll(Array.from({ length: large.count }, () => heavy));
    busy = false;
    const total = performance.now() - started;
    const waits = await requests;
    return {
      milliseconds: total,
      bytes: Buffer.byteLength(heavy) * large.count,
      requests: waits.length,
      median: quantile(waits, 0.5),
      p99: quantile(waits, 0.99),
      max: Math.max(...waits),
    };
  };

  async function convertAll(documents) {
    if (convert) return Promise.all(documents.map((html) => convert(html)));
    // One at a time, with a turn of the loop before each.
    for (const html of documents) {
      await setImmediate();
      convertSync(html);
    }
  }

  /** Makes the requests that are due, and counts the time of each from the moment it was due. */
  function request(isBusy) {
    const started = performance.now();
    const waits = [];
    let due = interval;
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const now = performance.now() - started;
        for (; due <= now; due += interval) waits.push(wait(started + due));
        if (isBusy()) return;
        clearInterval(timer);
        resolve(Promise.all(waits));
      }, 1);
    });
  }

  async function wait(due) {
    await serve(small);
    return performance.now() - due;
  }
}
