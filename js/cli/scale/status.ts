import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { CommandLine } from '../options/parse.js';
import { UsageError } from '../usage-error.js';
import { addressOf, connected, lasting, loadBullMQ, shown } from './redis.js';
import { valuesOf } from './values.js';

const patience = 5000; // ms
const mostFailures = 10;
const states = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

/** Tells of the queue. */
export async function status(line: CommandLine): Promise<boolean> {
  const values = valuesOf(line);
  const url = addressOf(values['redis']);
  if (line.operands.length > 0)
    throw new UsageError(`tidemark status takes no inputs, but ${line.operands[0]} was given`);
  const { bullmq, Redis } = loadBullMQ();
  const redis = await connected(Redis, url, patience);
  const queue = new bullmq.Queue((values['queue'] as string) ?? 'tidemark', { connection: lasting(url) });
  queue.on('error', () => undefined);
  const found = await look(queue, redis);
  await queue.close();
  redis.disconnect();
  process.stdout.write(values['json'] ? `${JSON.stringify(found)}\n` : inWords(found, url));
  return true;
}

type Found = Awaited<ReturnType<typeof look>>;

async function look(queue: Queue, redis: Redis) {
  const [jobs, workers, failed, info] = await Promise.all([
    queue.getJobCounts(...states),
    queue.getWorkersCount(),
    queue.getFailed(0, mostFailures - 1),
    redis.info(),
  ]);
  const of = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  return {
    queue: queue.name,
    jobs,
    workers,
    failures: failed.map(({ id, data, failedReason, attemptsMade }) => ({
      id,
      data: briefly(data),
      attempts: attemptsMade,
      reason: failedReason,
    })),
    redis: {
      version: of('valkey_version') ?? of('redis_version'),
      usedBytes: Number(of('used_memory')),
      aof: of('aof_enabled') === '1',
    },
  };
}

/** What a job says, without the document that may lie in it. */
function briefly(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('html' in data)) return data;
  return { ...data, html: `${String(data.html).slice(0, 40)}…` };
}

function inWords({ queue, jobs, workers, failures, redis }: Found, url: URL): string {
  const number = (value: number) => value.toLocaleString('en');
  return [
    `${queue} at ${shown(url)}`,
    ...states.map((state) => `${state.padEnd(12)}${number(jobs[state] ?? 0).padStart(12)}`),
    `${'workers'.padEnd(12)}${number(workers).padStart(12)}`,
    `Redis ${redis.version} holds ${(redis.usedBytes / 1e6).toFixed(1)} MB${redis.aof ? '' : '; without AOF (appendonly yes) jobs are lost when it ends'}`,
    ...(failures.length === 0 ? [] : ['', `The last of ${number(jobs['failed'] ?? 0)} failed:`]),
    ...failures.map(
      ({ data, reason, attempts }) =>
        `  ${JSON.stringify(data)}: ${reason} (${attempts} ${attempts === 1 ? 'try' : 'tries'})`,
    ),
    '',
  ].join('\n');
}
