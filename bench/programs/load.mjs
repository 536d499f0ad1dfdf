// What only tidemark is asked: it has workers to be aborted, filled up and left behind. Needs --expose-gc.
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { article } from '../lib/article.mjs';
import { peak, resetPeak, resident } from '../lib/resident.mjs';

/** Documents of some 10 to 20 MB, each of which keeps another part of the engine busy. */
const long = {
  article: () => article(20e6),
  text: () => 'word '.repeat(4e6),
  '`<` over and over': () => '<'.repeat(1e7),
  'paragraphs with `<b>`': () => '<p>a <b>b</b> '.repeat(1.5e6),
  'preformatted lines': () => `<pre>${'a\n'.repeat(8e6)}</pre>`,
  'a table of a million rows': () => `<table>${'<tr><td>a<td>b'.repeat(1e6)}</table>`,
  'links in one paragraph': () => '<a href=x>a</a> '.repeat(1e6),
  'a million attributes': () => `<p ${Array.from({ length: 1e6 }, (_, i) => `a${i}=b`).join(' ')}>`,
};

// Goes into the thread as source, too.
function timesOf(call, times) {
  return Array.from({ length: times }, () => {
    const started = performance.now();
    call();
    return performance.now() - started;
  });
}

export default function ({ tidemark }, { moduleFile }) {
  const questions = { abort, calls, large, threads, synchronous };
  return ({ question, ...params }) => questions[question](params);

  async function idle() {
    while (tidemark.stats().running > 0 || tidemark.stats().nativeBytes > 0) await setImmediate();
  }

  /** Milliseconds from abort() to the moment at which nothing of the call is left, of aborts at random times. */
  async function abort({ times }) {
    const answers = {};
    for (const [kind, make] of Object.entries(long)) {
      const html = Buffer.from(make());
      answers[kind] = [];
      for (let i = 0; i < times; i++) {
        const controller = new AbortController();
        const call = tidemark.convert(html, { signal: controller.signal }).catch(() => undefined);
        await setTimeout(2 + (i * 60) / times);
        const runs = tidemark.stats().running > 0;
        const aborted = performance.now();
        controller.abort();
        await idle();
        if (runs) answers[kind].push(performance.now() - aborted);
        await call;
      }
    }
    return answers;
  }

  /** So many calls at once, each with a document of its own. */
  async function calls({ count }) {
    tidemark.configure({ maxQueue: count });
    gc();
    resetPeak();
    const before = resident();
    const started = performance.now();
    const all = await Promise.all(Array.from({ length: count }, (_, i) => tidemark.convert(`<p>tide ${i}</p>`)));
    const milliseconds = performance.now() - started;
    const right = all.reduce((sum, markdown, i) => sum + (markdown === `tide ${i}` ? 1 : 0), 0);
    return { count, right, milliseconds, grown: peak() - before };
  }

  /** One huge document, as bytes. */
  async function large({ bytes }) {
    const part = Buffer.from(article(1e6));
    const html = Buffer.alloc(bytes, part);
    gc();
    resetPeak();
    const before = resident();
    const started = performance.now();
    const markdown = await tidemark.convert(html, { maxInputBytes: bytes, maxOutputBytes: bytes });
    return { bytes, characters: markdown.length, milliseconds: performance.now() - started, grown: peak() - before };
  }

  /** Milliseconds of convertSync, of the main thread and of another one, with a pool that is idle and one that is full of long documents. */
  async function synchronous({ times }) {
    const short = article(2000);
    const source = `
      const { parentPort } = require('node:worker_threads');
      const { convertSync } = require(${JSON.stringify(moduleFile)});
      parentPort.on('message', ({ short, times }) => parentPort.postMessage((${timesOf})(() => convertSync(short), times)));`;
    const worker = new Worker(source, { eval: true });
    const inWorker = () => {
      worker.postMessage({ short, times });
      return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    };
    const inMain = () => timesOf(() => tidemark.convertSync(short), times);
    const both = async () => ({ main: inMain(), worker: await inWorker() });
    await both(); // compiles both
    const idlePool = await both();
    const html = Buffer.from(article(10e6));
    let going = true;
    const keepFull = async () => {
      while (going) await tidemark.convert(html);
    };
    const full = Array.from({ length: 8 }, keepFull);
    while (tidemark.stats().running < tidemark.stats().workers) await setImmediate();
    const fullPool = await both();
    going = false;
    await Promise.all(full);
    await worker.terminate();
    return { bytes: short.length, times, idlePool, fullPool };
  }

  /** Threads that convert all the time, and are terminated in the middle of it. */
  async function threads({ count }) {
    const source = `
      const { convert } = require(${JSON.stringify(moduleFile)});
      const html = '<p>tide <b>and</b> time '.repeat(5000);
      let begun = false;
      const work = async () => { for (;;) { await convert(html); if (!begun) begun = require('node:worker_threads').parentPort.postMessage('begun') ?? true; } };
      for (let i = 0; i < 8; i++) work();`;
    await tidemark.convert('');
    const base = tidemark.stats();
    const started = performance.now();
    const one = async () => {
      const worker = new Worker(source, { eval: true });
      await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
      await worker.terminate();
    };
    const lanes = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < count / 4; i++) await one();
    });
    await Promise.all(lanes);
    const milliseconds = performance.now() - started;
    const left = () => tidemark.stats().environments - base.environments;
    for (let i = 0; i < 1000 && left() > 0; i++) await setTimeout(1);
    await idle();
    return { count, milliseconds, left: left(), nativeBytes: tidemark.stats().nativeBytes };
  }
}
