import { type EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Counts } from '../../bullmq.js';
import { stats } from '../../index.js';
import { UsageError } from '../usage-error.js';
import { load } from './load.js';

type Prometheus = typeof import('prom-client');
type Registry = InstanceType<Prometheus['Registry']>;

interface Watched {
  readonly worker: EventEmitter;
  readonly redis: Redis;
  readonly queue: Queue;
  readonly counts: Readonly<Counts>;
  readonly isStopping: () => boolean;
}

/** Where metrics are served, and by what. */
interface Place {
  readonly host: string;
  readonly port: number;
  readonly prometheus: Prometheus;
}

/** Reads `[HOST:]PORT`. Throws a {@link UsageError} for what is none, and where the library for metrics is not there. */
export function placeOf(given: unknown): Place | undefined {
  if (given === undefined) return undefined;
  const [, host = '127.0.0.1', port = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(given as string) ?? [];
  if (port === '' || Number(port) > 65_535)
    throw new UsageError(`--metrics takes [HOST:]PORT, but ${JSON.stringify(given)} was given`);
  const [prometheus] = load(['prom-client'], '--metrics') as [Prometheus];
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port), prometheus };
}

/** Serves `/metrics`, `/healthz` and `/readyz`. Returns a function that ends it. */
export async function serve(place: Place | undefined, watched: Watched): Promise<(() => void) | undefined> {
  if (place === undefined) return undefined;
  const registry = registryOf(place.prometheus, watched);
  const server = createServer(async ({ url }, response) => {
    const { status, type = 'text/plain', text } = await answerOf(url, watched, registry);
    response.writeHead(status, { 'content-type': type }).end(text);
  });
  server.listen(place.port, place.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new UsageError(`--metrics cannot be served: ${(error as Error).message}`);
  }
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly text: string;
}

async function answerOf(url: string | undefined, { isStopping, redis }: Watched, registry: Registry): Promise<Answer> {
  switch (url) {
    case '/healthz':
      return { status: 200, text: 'ok\n' };
    case '/readyz':
      return !isStopping() && (await isThere(redis))
        ? { status: 200, text: 'ok\n' }
        : { status: 503, text: 'not ready\n' };
    case '/metrics':
      return registry.metrics().then(
        (text) => ({ status: 200, type: registry.contentType, text }),
        (error: Error) => ({ status: 503, text: `${error.message}\n` }),
      );
    default:
      return { status: 404, text: 'not found\n' };
  }
}

/** What has not answered within a second is not there. */
function isThere(redis: Redis): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 1000, false).unref());
  const answer = redis.ping().then(
    () => true,
    () => false,
  );
  return Promise.race([late, answer]);
}

function registryOf(prometheus: Prometheus, { worker, queue, counts }: Watched) {
  const registry = new prometheus.Registry();
  prometheus.collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = (name: string, help: string, read: () => number) =>
    new prometheus.Counter({
      name: `tidemark_${name}`,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  const gauge = (name: string, help: string, read: () => number) =>
    new prometheus.Gauge({
      name: `tidemark_${name}`,
      help,
      registers,
      collect: function () {
        this.set(read());
      },
    });

  counter('documents_total', 'Documents that were converted.', () => counts.documents);
  counter('failures_total', 'Documents, or tries of jobs, that failed.', () => counts.failed);
  counter('skipped_total', 'Jobs whose result was there.', () => counts.skipped);
  counter('input_bytes_total', 'Bytes of the documents that were converted.', () => counts.inputBytes);
  counter('output_bytes_total', 'Bytes of results.', () => counts.outputBytes);
  gauge('held_bytes', 'Bytes of documents that are held.', () => counts.heldBytes);
  gauge('native_bytes', 'Bytes of native memory that count against the memory limit.', () => stats().memoryHeld);
  const ofJobs = new prometheus.Histogram({
    name: 'tidemark_job_seconds',
    help: 'Seconds from when a job was taken until it was done.',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300],
    registers,
  });
  const ended = new prometheus.Counter({
    name: 'tidemark_jobs_total',
    help: 'Tries of jobs, by how they ended.',
    labelNames: ['outcome'] as const,
    registers,
  });
  for (const outcome of ['completed', 'failed', 'stalled']) ended.inc({ outcome }, 0);
  const seconds = (job: Job) => ((job.finishedOn ?? Date.now()) - (job.processedOn ?? Date.now())) / 1000;
  worker.on('completed', (job: Job) => {
    ended.inc({ outcome: 'completed' });
    ofJobs.observe(seconds(job));
  });
  worker.on('failed', () => ended.inc({ outcome: 'failed' }));
  worker.on('stalled', () => ended.inc({ outcome: 'stalled' }));
  new prometheus.Gauge({
    name: 'tidemark_queue_jobs',
    help: 'Jobs of the queue, of all workers.',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      const states = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
      for (const [state, count] of Object.entries(states)) this.set({ state }, count);
    },
  });
  return registry;
}
