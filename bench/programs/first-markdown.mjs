// Streams a page from a slow source, and tells when the first Markdown came.
import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

export default function ({ streams }, { way, chunk, interval }) {
  return async ({ file }) => {
    const html = readFileSync(file);
    let started;
    let sent = 0;
    const answer = {};
    async function* slowly() {
      started = performance.now();
      for (; sent < html.length; await setTimeout(interval)) {
        const piece = html.subarray(sent, sent + chunk);
        sent += piece.length;
        yield piece;
      }
    }
    const sink = new Writable({
      write(_chunk, _encoding, done) {
        answer.milliseconds ??= performance.now() - started;
        answer.sent ??= sent;
        done();
      },
    });
    await streams[way](Readable.from(slowly(), { objectMode: false }), sink);
    return { ...answer, bytes: html.length };
  };
}
