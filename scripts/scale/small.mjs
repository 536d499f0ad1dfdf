import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { root } from '../lib/go-env.mjs';
import { secondsOf, start, tidemark } from './command.mjs';
import { smallPage, writePages } from './documents.mjs';
import { Server } from './redis.mjs';

/** Many small jobs: what a queue costs beside the conversion. Seconds of processor count, since the machine may be busy with other things. */
export async function small({ jobs }) {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-small-'));
  writePages(join(folder, 'site'), jobs, smallPage);
  const server = new Server(['127.0.0.1']);
  await server.start();
  const env = { REDIS_URL: server.url };
  const options = { env, cwd: folder };
  const rows = [];
  const wrong = [];
  const empty = await server.usedBytes();

  const measured = async (what, begin, isDone) => {
    const before = { wall: Date.now(), redis: secondsOf(server.pid) };
    const started = begin();
    if (isDone) {
      while (!(await isDone())) await setTimeout(100);
      started.child.kill('SIGTERM');
    }
    const { code, seconds, peak, stderr } = await started.ended;
    if (code !== 0) wrong.push(`${what} ended with ${code}: ${stderr}`);
    const wall = (Date.now() - before.wall) / 1000;
    const row = {
      what,
      'jobs/s': Math.round(jobs / wall),
      'processor us/job': Math.round((seconds * 1e6) / jobs),
      'of Redis us/job': Math.round(((secondsOf(server.pid) - before.redis) * 1e6) / jobs),
      'peak MB': Math.round(peak / 1e6),
      'Redis bytes/job': Math.round(((await server.usedBytes()) - empty) / jobs),
    };
    console.log(row); // the rest takes its time
    rows.push(row);
  };

  await measured('files, one command', () => tidemark(['site', '--out', 'local', '--quiet'], options));
  await measured('send', () => tidemark(['send', 'site'], options));
  await measured('work', () => tidemark(['work', '--out', 'md', '--until-empty', '--concurrency', 64], options));
  await measured('send again', () => tidemark(['send', 'site'], options));

  const queue = new Queue('nothing', { connection: { url: server.url } });
  for (let n = 0; n < jobs; n += 1000)
    await queue.addBulk(
      Array.from({ length: 1000 }, (_, i) => ({ name: 'x', data: { file: `site/0/${n + i}.html` } })),
    );
  const told = { url: server.url, queue: 'nothing', nothing: true, worker: { concurrency: 64 } };
  const done = async () => (await queue.getCompletedCount()) >= jobs;
  await measured(
    'a worker that does nothing',
    () => start(join(root, 'scripts', 'scale', 'worker.mjs'), [JSON.stringify(told)]),
    done,
  );
  await queue.close();

  const two = () => tidemark(['work', '--out', 'md2', '--until-empty', '--concurrency', 64, '--queue', 'two'], options);
  await tidemark(['send', 'site', '--queue', 'two', '--forget'], options).ended;
  const first = two();
  await measured('work, two workers (of one)', two);
  await first.ended;
  await server.remove();
  rmSync(folder, { recursive: true });
  return { rows, wrong };
}
