import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { root } from '../lib/go-env.mjs';
import { start } from './command.mjs';
import { Server } from './redis.mjs';

const others = 200;
const stalls = 3;

/** A document that ends each process that converts it: the job fails in the end, and all others are done. */
export async function poison() {
  const out = mkdtempSync(join(tmpdir(), 'tidemark-poison-'));
  const server = new Server(['127.0.0.1']);
  await server.start();
  const queue = new Queue('poison', { connection: { url: server.url } });
  const jobs = Array.from({ length: others }, (_, n) => ({ name: 'convert', data: { html: `<p>${n}`, name: `${n}` } }));
  jobs.splice(50, 0, { name: 'convert', data: { html: '<p class="poison">', name: 'poison' } });
  await queue.addBulk(jobs);
  const told = {
    url: server.url,
    queue: 'poison',
    processor: { out },
    worker: { concurrency: 4, lockDuration: 1000, stalledInterval: 1000, maxStalledCount: stalls },
    kills: true,
  };
  let died = 0;
  let isOver = false;
  const keepOne = async () => {
    while (!isOver) {
      const { child, ended } = start(join(root, 'scripts', 'scale', 'worker.mjs'), [JSON.stringify(told)]);
      const watch = setInterval(() => isOver && child.kill('SIGTERM'), 100);
      await ended;
      clearInterval(watch);
      if (!isOver) died++;
    }
  };
  const workers = [keepOne(), keepOne()];
  const began = Date.now();
  let counts;
  do {
    await setTimeout(200);
    counts = await queue.getJobCounts('wait', 'active', 'delayed', 'completed', 'failed');
  } while (counts.wait + counts.active + counts.delayed > 0 && Date.now() - began < 180_000);
  isOver = true;
  await Promise.all(workers);
  const [failed] = await queue.getFailed();
  await queue.close();
  await server.remove();
  rmSync(out, { recursive: true });
  const wrong = [];
  if (counts.completed !== others || counts.failed !== 1 || failed?.data.name !== 'poison')
    wrong.push(`poison: ${JSON.stringify(counts)}`);
  return {
    rows: [
      {
        documents: others,
        completed: counts.completed,
        failed: counts.failed,
        workersDied: died,
        reason: failed?.failedReason,
      },
    ],
    wrong,
  };
}
