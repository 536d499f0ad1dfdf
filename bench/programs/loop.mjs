// Converts an article some times with a number of calls in flight, and tells what of the event loop's thread that took.
import { pbkdf2 } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { article } from '../lib/article.mjs';
import { threadTime } from '../lib/thread-time.mjs';

const derive = promisify(pbkdf2);

export default async function ({ tidemark }) {
  const { convert } = tidemark;
  const ways = {
    strings: { document: (html) => html, run: (html) => convert(html) },
    buffers: { document: (_, bytes) => bytes, run: (bytes) => convert(bytes) },
    bytes: { document: (_, bytes) => bytes, run: (bytes) => convert(bytes, { output: 'bytes' }) },
    transfer: {
      document: (_, bytes) => new Uint8Array(bytes),
      run: (bytes) => convert(bytes, { output: 'bytes', transfer: true }),
    },
    // What a thread costs the loop whatever it does: a call of Node.js's own that takes about as long and moves nothing.
    wake: {
      document: (_, bytes) => bytes.length,
      run: (length) => derive('', '', Math.ceil(length / 180), 32, 'sha1'),
    },
    copy: { document: (_, bytes) => bytes, run: async (bytes) => new Uint8Array(bytes) },
  };

  return async ({ way, size, inFlight, volume }) => {
    if (threadTime() === undefined) return null;
    const { document, run } = ways[way];
    const html = article(size);
    const bytes = Buffer.from(html);
    // Made before: a server has its documents from elsewhere.
    const documents = Array.from({ length: Math.ceil(volume / size) }, () => document(html, bytes));
    const converted = documents.length * bytes.length;
    await setTimeout(20);
    const before = threadTime();
    const work = async () => {
      for (let next = documents.pop(); next !== undefined; next = documents.pop()) await run(next);
    };
    await Promise.all(Array.from({ length: inFlight }, work));
    return { milliseconds: threadTime() - before, bytes: converted };
  };
}
