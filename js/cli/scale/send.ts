import type { JobsOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { type JobData, jobId } from '../../bullmq.js';
import type { Failure } from '../input/document.js';
import { isFailure } from '../input/document.js';
import type { CommandLine } from '../options/parse.js';
import { UsageError } from '../usage-error.js';
import { jobsOf } from './jobs-of.js';
import { addressOf, connected, lasting, loadBullMQ } from './redis.js';
import { valuesOf } from './values.js';

const atATime = 1000; // jobs
const patience = 5000; // ms
const mostTold = 1000; // failures

/** Puts jobs into the queue. Returns whether there is one for every input. */
export async function send(line: CommandLine): Promise<boolean> {
  const values = valuesOf(line);
  const url = addressOf(values['redis']);
  if (line.operands.length === 0 && !values['retryFailed']) throw new UsageError('There is nothing to send');
  const { bullmq, Redis } = loadBullMQ();
  const redis = await connected(Redis, url, patience);
  const queue = new bullmq.Queue((values['queue'] as string) ?? 'tidemark', { connection: lasting(url) });
  queue.on('error', () => undefined); // it goes on when Redis is there again
  const options: JobsOptions = {
    attempts: (values['attempts'] as number) ?? 5,
    backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
    ...(values['forget'] ? { removeOnComplete: true } : {}),
  };
  const failures: Failure[] = [];
  const told = { sent: 0, there: 0, failed: 0, retried: 0 };
  if (values['retryFailed']) told.retried = await retry(queue);
  let batch: JobData[] = [];
  const flush = async () => {
    const added = await add(redis, queue, batch, options);
    told.sent += added;
    told.there += batch.length - added;
    batch = [];
  };
  for await (const found of jobsOf(line.operands, {
    files: (values['files'] as string) ?? '.',
    pages: (values['pages'] as number) ?? 0,
    inline: values['inline'] === true,
    maxInlineBytes: (values['maxInlineBytes'] as number) ?? 256 * 1024,
  })) {
    if (isFailure(found)) {
      told.failed++;
      if (failures.length < mostTold) failures.push(found);
      continue;
    }
    batch.push(found);
    if (batch.length >= atATime) await flush();
  }
  if (batch.length > 0) await flush();
  await queue.close();
  redis.disconnect();
  for (const { path, code, message } of failures) process.stderr.write(`tidemark: ${path}: ${message} (${code})\n`);
  process.stdout.write(values['json'] ? `${JSON.stringify(told)}\n` : inWords(told));
  return told.failed === 0;
}

/** Adds jobs. Returns how many of them were not there. */
async function add(redis: Redis, queue: Queue, batch: readonly JobData[], options: JobsOptions): Promise<number> {
  const ids = new Set(batch.map(jobId));
  const there = await Promise.all([...ids].map((id) => redis.exists(queue.toKey(id))));
  await queue.addBulk(batch.map((data) => ({ name: 'convert', data, opts: { ...options, jobId: jobId(data) } })));
  return there.filter((found) => found === 0).length;
}

async function retry(queue: Queue): Promise<number> {
  const count = await queue.getFailedCount();
  await queue.retryJobs({ state: 'failed' });
  return count;
}

function inWords({ sent, there, retried }: { sent: number; there: number; retried: number }): string {
  const jobs = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'job' : 'jobs'}`;
  const more = [
    ...(there > 0 ? [`${jobs(there)} there already`] : []),
    ...(retried > 0 ? [`${jobs(retried)} put back`] : []),
  ];
  return `${[`${jobs(sent)} sent`, ...more].join(', ')}\n`;
}
