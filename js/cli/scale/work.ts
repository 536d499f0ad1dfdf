import type { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { type ConvertProcessor, type ProcessorOptions, processor } from '../../bullmq.js';
import { ConvertError, stats } from '../../index.js';
import type { CommandLine } from '../options/parse.js';
import { settle } from '../options/settings.js';
import { UsageError } from '../usage-error.js';
import { placeOf, serve } from './metrics.js';
import { addressOf, connected, lasting, loadBullMQ, shown } from './redis.js';
import { valuesOf } from './values.js';

type Values = ReturnType<typeof valuesOf>;

const patience = 10_000; // ms that a Redis that is away goes without a word
const stalls = 5; // workers that may die while they have a job, of it or by chance
const usualGrace = 25; // seconds

/** Takes jobs until a signal comes, or there are none. */
export async function work(line: CommandLine): Promise<boolean> {
  const values = valuesOf(line);
  const url = addressOf(values['redis']);
  const { convert, concurrency } = await processorOf(line, values);
  const place = placeOf(values['metrics']);
  const { bullmq, Redis: Client } = loadBullMQ();

  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once('SIGTERM', stop).once('SIGINT', stop); // the second one ends the process
  const redis = await whenThere(Client, url, stopped.signal);
  if (redis === undefined) return true;

  const name = (values['queue'] as string) ?? 'tidemark';
  const connection = lasting(url);
  const worker = new bullmq.Worker(name, convert, { connection, concurrency, maxStalledCount: stalls, autorun: false });
  const queue = new bullmq.Queue(name, { connection });
  const tell = teller();
  worker.on('error', tell);
  queue.on('error', tell);
  worker.on('failed', (job, error) => process.stderr.write(`tidemark: job ${job?.id}: ${error.message}\n`));
  const isStopping = () => stopped.signal.aborted;
  let close: (() => void) | undefined;
  // BullMQ tells when nothing waits, which is before what was taken is done.
  const watchEnd = () => isEmpty(queue).then((empty) => empty && stop(), tell);
  const watch = values['untilEmpty'] ? setInterval(watchEnd, 500) : undefined;
  try {
    close = await serve(place, { worker, redis, queue, counts: convert.counts, isStopping });
    worker.run().catch(tell);
    await untilAborted(stopped.signal);
  } finally {
    clearInterval(watch);
    await end(worker, 1000 * ((values['grace'] as number) ?? usualGrace));
    await queue.close();
    redis.disconnect();
    close?.();
  }
  return true;
}

/** What `settle` of the command for files reads, too. */
const ofFiles = ['main', 'config', 'timeout', 'format', 'concurrency', 'out', 'skipExisting'];

async function processorOf(
  { given, operands }: CommandLine,
  values: Values,
): Promise<{ convert: ConvertProcessor; concurrency: number }> {
  const [first] = operands;
  if (first !== undefined) throw new UsageError(`tidemark work takes no inputs, as ${first}: tidemark send does`);
  const known = given.filter(({ flag }) => flag.engine || ofFiles.includes(flag.name));
  const { own, engine } = await settle({ given: known, operands });
  if (own.out === undefined) throw new UsageError('tidemark work takes a folder for results: --out FOLDER');
  const { allowHost, allowNetwork } = values as { allowHost?: string[]; allowNetwork?: string[] };
  const options: ProcessorOptions = {
    out: own.out,
    files: (values['files'] as string) ?? '.',
    format: own.format as ProcessorOptions['format'],
    options: engine,
    timeout: own.timeout,
    skipExisting: own.skipExisting,
    maxInlineBytes: values['maxInlineBytes'] as number | undefined,
    maxHeldBytes: values['maxHeldBytes'] as number | undefined,
    http: allowHost && { allow: allowHost, allowNetworks: allowNetwork },
  };
  try {
    return { convert: processor(options), concurrency: own.concurrency ?? 8 * Math.max(1, stats().workers) };
  } catch (error) {
    if (error instanceof ConvertError) throw new UsageError(error.message);
    throw error;
  }
}

/** Waits for Redis: a worker may be there before. Returns undefined if it is stopped meanwhile. */
async function whenThere(Client: typeof Redis, url: URL, signal: AbortSignal): Promise<Redis | undefined> {
  const tell = () => process.stderr.write(`tidemark: Redis at ${shown(url)} is not there yet\n`);
  const told = setTimeout(tell, patience).unref();
  try {
    return await connected(Client, url, Number.POSITIVE_INFINITY, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    clearTimeout(told);
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Lets the jobs that are begun end, and sends them back to the queue when they take too long. */
async function end(worker: Pick<Worker, 'close' | 'cancelAllJobs'>, grace: number): Promise<void> {
  const late = setTimeout(() => worker.cancelAllJobs('The worker has stopped'), grace);
  await worker.close();
  clearTimeout(late);
}

async function isEmpty(queue: Queue): Promise<boolean> {
  const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'prioritized');
  return Object.values(counts).every((count) => count === 0);
}

/** Tells errors of the connection, each once while nothing else happens: they come several a second while Redis is away. */
function teller(): (error: Error) => void {
  let last = '';
  let until = 0;
  return ({ message }) => {
    if (message === last && Date.now() < until) return;
    last = message;
    until = Date.now() + 30_000;
    process.stderr.write(`tidemark: ${message}\n`);
  };
}
