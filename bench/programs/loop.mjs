// Converts an article some times with a number of calls in flight, and tells what of the event loop's thread that took.
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { wake } from '../border/build.mjs';
import { article } from '../lib/article.mjs';
import { threadTime } from '../lib/thread-time.mjs';

export default async function ({ tidemark }) {
  const { convert, convertSync } = tidemark;
  const { begin } = createRequire(import.meta.url)(wake);
  // What a call costs that is answered by a thread, whoever makes it: as long, with as much, and without any work on this thread.
  const answered = (document, { nanoseconds, length }, form) =>
    new Promise((resolve) => begin(document, nanoseconds, form, length, resolve));
  const held = (bytes) => {
    const { buffer } = bytes;
    return buffer.transfer?.() ?? structuredClone(buffer, { transfer: [buffer] });
  };
  const ways = {
    strings: { document: (html) => html, run: (html) => convert(html) },
    buffers: { document: (_, bytes) => bytes, run: (bytes) => convert(bytes) },
    bytes: { document: (_, bytes) => bytes, run: (bytes) => convert(bytes, { output: 'bytes' }) },
    transfer: {
      document: (_, bytes) => new Uint8Array(bytes),
      run: (bytes) => convert(bytes, { output: 'bytes', transfer: true }),
    },
    woken: { document: () => undefined, run: (_, like) => answered(undefined, like, 0) },
    wokenStrings: { document: (html) => html, run: (html, like) => answered(html, like, 1) },
    wokenTransfer: {
      document: (_, bytes) => new Uint8Array(bytes),
      run: (bytes, like) => answered(held(bytes), like, 2),
    },
    copy: { document: (_, bytes) => bytes, run: async (bytes) => new Uint8Array(bytes) },
  };
  const likes = new Map();

  return async ({ way, size, inFlight, volume }) => {
    if (threadTime() === undefined) return null;
    const { document, run } = ways[way];
    const html = article(size);
    const bytes = Buffer.from(html);
    if (!likes.has(size)) likes.set(size, conversion(convertSync, bytes));
    const like = likes.get(size);
    // Made before: a server has its documents from elsewhere.
    const documents = Array.from({ length: Math.ceil(volume / size) }, () => document(html, bytes));
    const converted = documents.length * bytes.length;
    await setTimeout(20);
    const before = threadTime();
    const work = async () => {
      while (documents.length > 0) await run(documents.pop(), like);
    };
    await Promise.all(Array.from({ length: inFlight }, work));
    return { milliseconds: threadTime() - before, bytes: converted };
  };
}

/** How long a conversion takes and how long its Markdown is. */
function conversion(convertSync, bytes) {
  const times = Array.from({ length: 9 }, () => {
    const { user, system } = process.cpuUsage();
    convertSync(bytes);
    const after = process.cpuUsage();
    return after.user + after.system - user - system;
  });
  return { nanoseconds: Math.min(...times) * 1000, length: convertSync(bytes, { output: 'bytes' }).length };
}
