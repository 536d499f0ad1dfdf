import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Queue, QueueEvents, Worker } from 'bullmq';
import { type JobData, type JobResult, jobId, type ProcessorOptions, processor } from 'tidemark/bullmq';
import { freePort, RedisServer } from './redis';
import { compressed, record } from './warc';

// `processor` in a Worker of the program's own, on a Redis of the test's own.
let redis: RedisServer;
let folder: string;
let queue: Queue<JobData, JobResult>;
let closers: (() => Promise<unknown>)[];
let made = 0;

const connection = () => ({ host: '127.0.0.1', port: redis.port, maxRetriesPerRequest: null });

beforeAll(async () => {
  redis = new RedisServer(await freePort());
  await redis.start();
});
afterAll(() => redis.remove());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-queue-'));
  mkdirSync(join(folder, 'in'));
  queue = new Queue(`test-${made++}`, { connection: connection() });
  closers = [() => queue.close()];
});
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

function work(
  options: Partial<ProcessorOptions> = {},
  more: { concurrency?: number; lockDuration?: number; stalledInterval?: number } = {},
) {
  const convert = processor({ out: join(folder, 'md'), files: join(folder, 'in'), ...options });
  const worker = new Worker(queue.name, convert, { connection: connection(), ...more });
  worker.on('error', () => undefined);
  closers.push(() => worker.close());
  return { worker, convert };
}

const add = (data: JobData, attempts = 1, id = jobId(data)) =>
  queue.add('convert', data, { jobId: id, attempts, backoff: { type: 'fixed', delay: 10 } });

async function untilDone(): Promise<void> {
  const left = async () =>
    Object.values(await queue.getJobCounts('wait', 'active', 'delayed')).some((count) => count > 0);
  while (await left()) await setTimeout(20);
}

const results = () =>
  readdirSync(join(folder, 'md'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.'))
    .sort();

test('converts, and tells what has become of each job', async () => {
  for (let i = 0; i < 200; i++) writeFileSync(join(folder, 'in', `${i}.html`), `<h1>${i}</h1>`);
  work({}, { concurrency: 16 });
  await Promise.all(Array.from({ length: 200 }, (_, i) => add({ file: `${i}.html` })));
  await untilDone();
  expect(results()).toHaveLength(200);
  expect(readFileSync(join(folder, 'md', '7.md'), 'utf8')).toBe('# 7\n');
  const job = await queue.getJob(jobId({ file: '7.html' }));
  expect(job?.returnvalue).toEqual({ name: '7.md', documents: 1, failed: 0, bytes: 10 });
});

test('a document that is added twice is converted once', async () => {
  writeFileSync(join(folder, 'in', 'a.html'), '<p>x');
  await add({ file: 'a.html' });
  await add({ file: 'a.html' });
  const { convert } = work();
  await untilDone();
  await add({ file: 'a.html' });
  await untilDone();
  expect(convert.counts.documents).toBe(1);
});

test('what cannot pass fails at once, with its code, and holds nobody up', async () => {
  const { convert } = work({ options: { maxInputBytes: 100 } });
  writeFileSync(join(folder, 'in', 'large.html'), 'x'.repeat(101));
  writeFileSync(join(folder, 'in', 'good.html'), '<p>x');
  const jobs = [{ file: 'large.html' }, { file: 'none.html' }, { file: '../x' }, { file: 'good.html' }];
  await Promise.all(jobs.map((data) => add(data, 10)));
  const none = { fiel: 'x' } as unknown as JobData;
  expect(() => jobId(none)).toThrow("Did you mean 'file'?");
  await add(none, 10, 'of another producer');
  await untilDone();
  const failed = await queue.getFailed();
  expect(failed.map(({ failedReason, attemptsMade }) => [failedReason.split(':')[0], attemptsMade]).sort()).toEqual([
    ['ENOENT', 1],
    ['ERR_INPUT_TOO_LARGE', 1],
    ['ERR_INVALID_JOB', 1],
    ['ERR_NOT_ALLOWED', 1],
  ]);
  expect(convert.counts).toMatchObject({ documents: 1, failed: 4 });
});

test('what may pass is tried again', async () => {
  let calls = 0;
  const rules = [
    { selector: 'p', replacement: (text: string) => (++calls < 3 ? new Promise<string>(() => undefined) : text) },
  ];
  work({ timeout: 500, options: { rules } });
  await add({ html: '<p>x', name: 'a' }, 100);
  await untilDone();
  expect(calls).toBeGreaterThanOrEqual(3);
  expect(await queue.getCompletedCount()).toBe(1);
  expect(results()).toEqual(['a.md']);
});

test('tells how far it is with a WARC', async () => {
  writeFileSync(
    join(folder, 'in', 'a.warc.gz'),
    compressed(...Array.from({ length: 40 }, () => record({ body: '<main><p>x' }))),
  );
  const rules = [{ selector: 'p', replacement: (text: string) => setTimeout(800, text) }];
  work({ options: { rules } });
  const told: unknown[] = [];
  const events = new QueueEvents(queue.name, { connection: connection() });
  closers.push(() => events.close());
  events.on('progress', ({ data }) => told.push(data));
  await events.waitUntilReady();
  await add({ warc: 'a.warc.gz' });
  await untilDone();
  while (told.length === 0) await setTimeout(20);
  expect(told[0]).toEqual({ documents: expect.any(Number), failed: 0, bytes: expect.any(Number) });
});

test('a job whose worker has gone is done by another', async () => {
  const rules = [{ selector: 'p', replacement: () => new Promise<string>(() => undefined) }];
  const lost = work({ options: { rules } }, { lockDuration: 500, stalledInterval: 500 });
  await add({ html: '<p>x', name: 'a' });
  while (lost.convert.counts.heldBytes === 0) await setTimeout(20);
  await lost.worker.close(true); // it lets the lock go, and says nothing
  work({}, { lockDuration: 500, stalledInterval: 500 });
  while ((await queue.getCompletedCount()) === 0) await setTimeout(20);
  expect(readFileSync(join(folder, 'md', 'a.md'), 'utf8')).toBe('x\n');
});

test('goes on when Redis has been killed and is there again', async () => {
  for (let i = 0; i < 300; i++) await add({ html: `<p>${i}`, name: `${i}` });
  work({}, { concurrency: 4, lockDuration: 1000, stalledInterval: 500 });
  while ((await queue.getCompletedCount()) < 20) await setTimeout(5);
  await redis.kill();
  await setTimeout(300);
  await redis.start();
  await untilDone();
  expect(await queue.getFailedCount()).toBe(0);
  expect(results()).toHaveLength(300);
});
