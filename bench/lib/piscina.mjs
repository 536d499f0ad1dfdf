// A synchronous driver in the worker threads of piscina.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bench } from './paths.mjs';

export async function openInPiscina(driver) {
  const { Piscina } = await import('piscina');
  const threads = availableParallelism();
  const pool = new Piscina({
    filename: join(bench, 'lib', 'piscina-worker.mjs'),
    workerData: { driver },
    minThreads: threads,
    maxThreads: threads,
  });
  return { convert: (html) => pool.run(html), close: () => pool.destroy() };
}
