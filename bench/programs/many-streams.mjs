// Opens thousands of streams at once in worker threads, of which half are aborted, and tells what memory that took and what is left
// when the threads have ended; several times. Needs --expose-gc.
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { peak, resetPeak, resident } from '../lib/resident.mjs';

const script = new URL('../lib/streams-worker.mjs', import.meta.url);

export default function ({ tidemark: { stats } }, { root, html, streams, threads, times, settled }) {
  return async () => {
    const answers = [];
    while (answers.length < times) answers.push(await openAll());
    return answers;
  };

  async function openAll() {
    gc();
    resetPeak();
    const before = resident();
    const started = performance.now();
    const counts = await Promise.all(Array.from({ length: threads }, work));
    const milliseconds = performance.now() - started;
    await setTimeout(settled);
    const most = peak();
    gc();
    const { streams: open, nativeBytes, engineBytes } = stats();
    const sum = (outcome) => counts.reduce((total, count) => total + count[outcome], 0);
    if (sum('wrong') > 0) throw new Error(`${sum('wrong')} streams gave other Markdown than convert`);
    return {
      milliseconds,
      whole: sum('whole'),
      aborted: sum('aborted'),
      open,
      nativeBytes,
      before,
      peak: most,
      after: resident(),
      engineBytes,
    };
  }

  async function work() {
    const worker = new Worker(script, { workerData: { root, html, streams: streams / threads } });
    const [counts] = await once(worker, 'message');
    await once(worker, 'exit');
    return counts;
  }
}
