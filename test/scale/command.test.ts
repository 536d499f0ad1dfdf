import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bin, Place } from '../cli/command';
import { root, run } from '../support/child';
import { freePort, RedisServer } from './redis';
import { compressed, record } from './warc';

// `tidemark send`, `work` and `status`, on a Redis of the test's own that takes a password.
let redis: RedisServer;
let place: Place;
let queue = 0;

beforeAll(async () => {
  redis = new RedisServer(await freePort(), 'secret');
  await redis.start();
});
afterAll(() => redis.remove());
beforeEach(() => {
  place = new Place();
  queue++;
});
afterEach(() => place.remove());

const env = () => ({ REDIS_URL: redis.url });
const own = () => ['--queue', `q${queue}`];

const tidemark = (...args: string[]) => place.tidemark([...args, ...own()], '', env());
const status = () => JSON.parse(tidemark('status', '--json').stdout);

const start = (...args: string[]) => place.start([...args, ...own(), '--redis', redis.url]);

const results = () =>
  existsSync(join(place.path, 'md')) ? place.files('md').filter((name) => !name.startsWith('.')) : [];

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`site/${i % 10}/${i}.html`, `<h1>${i}</h1>`]));

describe('send, work, status', () => {
  test('a folder, once, however often it is sent', () => {
    place.write(many(120));
    expect(tidemark('send', 'site')).toEqual({ status: 0, stdout: '120 jobs sent\n', stderr: '' });
    expect(tidemark('send', 'site', '--json')).toEqual({
      status: 0,
      stdout: '{"sent":0,"there":120,"failed":0,"retried":0}\n',
      stderr: '',
    });
    expect(status()).toMatchObject({ jobs: { waiting: 120, completed: 0 }, workers: 0, redis: { aof: true } });
    expect(tidemark('work', '--out', 'md', '--until-empty')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(results()).toHaveLength(120);
    expect(place.read('md/site/3/13.md')).toBe('# 13\n');
    expect(tidemark('send', 'site')).toMatchObject({ stdout: '0 jobs sent, 120 jobs there already\n' });
    expect(tidemark('status').stdout).toMatch(
      /^q\d+ at redis:\/\/:…@127\.0\.0\.1:\d+\nwaiting +0\nactive +0\ndelayed +0\nfailed +0\ncompleted +120\nworkers +0\nRedis 7/,
    );
  });

  test('a WARC, whole and in parts', () => {
    const page = (n: number) => record({ url: `https://example.com/${n}`, body: `<main><h1>${n}` });
    place.write({ 'a.warc.gz': compressed(...[1, 2, 3, 4, 5].map(page)) });
    expect(tidemark('send', 'a.warc.gz').stdout).toBe('1 job sent\n');
    expect(tidemark('send', 'a.warc.gz', '--pages', '2').stdout).toBe('3 jobs sent\n');
    tidemark('work', '--out', 'md', '--until-empty');
    const urls = (name: string) =>
      place
        .read(`md/${name}`)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).url.at(-1))
        .join('');
    const [whole = '', ...parts] = results();
    expect([whole, urls(whole)]).toEqual(['a.jsonl', '12345']);
    expect(parts.map(urls).sort()).toEqual(['12', '34', '5']);
  });

  test('documents in jobs, those of a pipe too', () => {
    place.write({ 'a.html': '<p>a', 'large.html': 'x'.repeat(2000), 'latin.html': Buffer.from('caf\xe9', 'latin1') });
    expect(place.tidemark(['send', '-', ...own()], '<p>piped', env()).stdout).toBe('1 job sent\n');
    const { status: code, stderr } = tidemark(
      'send',
      '--inline',
      'a.html',
      'large.html',
      'latin.html',
      '--max-inline-bytes',
      '1000',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/large\.html: .*\(ERR_INPUT_TOO_LARGE\)\n.*latin\.html: It is no UTF-8/);
    tidemark('work', '--out', 'md', '--until-empty');
    expect(
      results()
        .map((name) => place.read(`md/${name}`))
        .sort(),
    ).toEqual(['a\n', 'piped\n']);
  });

  test('files elsewhere, and of another folder', () => {
    place.write({ 'data/a.html': '<p>a' });
    expect(tidemark('send', 'data/a.html', '--files', 'other').stderr).toMatch(/data\/a\.html: It is not in other/);
    expect(tidemark('send', 'data', '--files', 'data').stdout).toBe('1 job sent\n');
    tidemark('work', '--out', 'md', '--files', 'data', '--until-empty');
    expect(results()).toEqual(['a.md']);
  });

  test('what fails is told, and put back by --retry-failed', () => {
    place.write({ 'a.html': '<p>a' });
    tidemark('send', 'a.html', 'https://example.com/');
    const worked = tidemark('work', '--out', 'md', '--files', 'none', '--until-empty');
    expect(worked.status).toBe(0);
    expect(worked.stderr).toMatch(/ENOENT/);
    expect(worked.stderr).toMatch(/ERR_NOT_ALLOWED: Jobs may not name addresses/);
    const { failures, jobs } = status();
    expect(jobs.failed).toBe(2);
    expect(failures).toContainEqual({
      id: expect.any(String),
      data: { file: 'a.html' },
      attempts: 1,
      reason: expect.stringMatching(/^ENOENT/),
    });
    expect(tidemark('send', '--retry-failed').stdout).toBe('0 jobs sent, 2 jobs put back\n');
    tidemark('work', '--out', 'md', '--until-empty');
    expect(results()).toEqual(['a.md']);
  });

  test('with the options of the engine, and --forget', () => {
    place.write({ 'a.html': '<h1>a</h1>' });
    tidemark('send', 'a.html', '--forget');
    tidemark('work', '--out', 'md', '--heading-style', 'setext', '--until-empty');
    expect(place.read('md/a.md')).toBe('a\n===\n');
    expect(status().jobs.completed).toBe(0);
  });
});

describe('a worker', () => {
  const slow =
    'module.exports = [{ selector: "p", replacement: (text) => new Promise((done) => setTimeout(done, 500, text)) }];';
  const stuck = 'module.exports = [{ selector: "p", replacement: () => new Promise(() => {}) }];';

  async function untilActive(count: number): Promise<void> {
    while (status().jobs.active < count) await setTimeout(50);
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('ends what it has begun at %s, and begins nothing', async (signal) => {
    place.write({
      ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`site/${i}.html`, `<p>${i}`])),
      'slow.cjs': slow,
    });
    tidemark('send', 'site');
    const { child, ended, stderr } = start('work', '--out', 'md', '--rules', 'slow.cjs', '--concurrency', '4');
    while (results().length === 0) await setTimeout(20);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(await stderr).toBe('');
    const { jobs } = status();
    expect(jobs).toMatchObject({ active: 0, failed: 0, delayed: 0, completed: results().length });
    expect(jobs.waiting + jobs.completed).toBe(40);
    expect(jobs.waiting).toBeGreaterThan(0);
  });

  test('gives back what does not end in time', async () => {
    place.write({ 'a.html': '<p>a', 'stuck.cjs': stuck });
    tidemark('send', 'a.html');
    const { child, ended } = start('work', '--out', 'md', '--rules', 'stuck.cjs', '--grace', '0');
    await untilActive(1);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(status().jobs).toMatchObject({ active: 0, failed: 0, delayed: 1 });
    tidemark('work', '--out', 'md', '--until-empty');
    expect(place.read('md/a.md')).toBe('a\n');
  });

  test('serves its metrics, and whether it lives and is ready', async () => {
    place.write({ 'a.html': '<h1>a</h1>' });
    const port = await freePort();
    const { child, ended } = start('work', '--out', 'md', '--metrics', String(port));
    const get = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        async (r) => [r.status, await r.text()] as const,
        () => [0, ''] as const,
      );
    while ((await get('/readyz'))[0] !== 200) await setTimeout(50);
    tidemark('send', 'a.html');
    while (results().length === 0) await setTimeout(20);
    while (!(await get('/metrics'))[1].includes('tidemark_jobs_total{outcome="completed"} 1')) await setTimeout(20);
    const [, text] = await get('/metrics');
    expect(text).toMatch(/^tidemark_documents_total 1$/m);
    expect(text).toMatch(/^tidemark_input_bytes_total 10$/m);
    expect(text).toMatch(/^tidemark_queue_jobs\{state="completed"\} 1$/m);
    expect(text).toMatch(/^tidemark_job_seconds_count 1$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect((await get('/healthz'))[0]).toBe(200);
    expect((await get('/'))[0]).toBe(404);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('waits for a Redis that is not there yet, and ends when it is told to meanwhile', async () => {
    const later = new RedisServer(await freePort());
    const { ended } = place.start(['work', '--out', 'md', '--until-empty', '--redis', later.url]);
    const { child, ended: stopped } = place.start(['work', '--out', 'md', '--redis', later.url]);
    await setTimeout(1500);
    child.kill('SIGTERM');
    expect([0, null]).toContain(await stopped); // null: it was not that far
    await later.start();
    expect(await ended).toBe(0);
    await later.remove();
  });

  test('goes on after a Redis that was killed', async () => {
    place.write(many(400));
    tidemark('send', 'site');
    const { ended } = start('work', '--out', 'md', '--until-empty', '--concurrency', '2');
    while (results().length < 20) await setTimeout(5);
    await redis.kill();
    await setTimeout(500);
    await redis.start();
    expect(await ended).toBe(0);
    expect(results()).toHaveLength(400);
    expect(status().jobs).toMatchObject({ completed: 400, failed: 0 });
  });
});

describe('what is wrong', () => {
  test.each([
    [['work'], 'tidemark work takes a folder for results: --out FOLDER'],
    [['work', '--out', 'md', 'a.html'], 'tidemark work takes no inputs, as a.html: tidemark send does'],
    [['work', '--otu', 'md'], 'There is no option --otu. Did you mean --out?'],
    [['work', '--out', 'md', '--metrics', 'x'], '--metrics takes [HOST:]PORT, but "x" was given'],
    [
      ['work', '--out', 'md', '--redis', 'http://x'],
      '--redis takes an address such as redis://127.0.0.1:6379, but "http://x" was given',
    ],
    [['work', '--out', 'md', '--hr', 'x'], 'options.hr'],
    [['send'], 'There is nothing to send'],
    [['send', '--wrap', '5'], 'There is no option --wrap'],
    [['status', 'x'], 'tidemark status takes no inputs, but x was given'],
  ])('%j', (args, message) => {
    const outcome = place.tidemark(args, '', env());
    expect(outcome).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  test.each(['send', 'status', 'work'] as const)('%s: a password is refused at once, and not told', (name) => {
    const wrong = redis.url.replace('secret', 'wrong');
    const args = { send: ['-'], status: [], work: ['--out', 'md'] }[name];
    const { status: code, stderr } = place.tidemark([name, ...args, '--redis', wrong]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^tidemark: Redis at redis:\/\/:…@127\.0\.0\.1:\d+ lets nobody in so: WRONGPASS/);
    expect(stderr).not.toContain('wrong@');
    const none = redis.url.replace(':secret@', '');
    expect(place.tidemark([name, ...args, '--redis', none]).stderr).toMatch(/lets nobody in so: NOAUTH/);
  });

  test('a Redis that is not there is told', async () => {
    const url = `redis://127.0.0.1:${await freePort()}`;
    const { status: code, stderr } = place.tidemark(['status', '--redis', url]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^tidemark: Redis at .* cannot be reached: .*ECONNREFUSED/),
    });
  });

  test('without bullmq it says how to install it', () => {
    cpSync(join(root, 'dist'), join(place.path, 'node_modules', 'tidemark', 'dist'), { recursive: true });
    const command = join(place.path, 'node_modules', 'tidemark', 'dist', 'cli', 'tidemark.mjs');
    const told = (agent: string) =>
      run(process.execPath, [command, 'status'], { cwd: place.path, env: { npm_config_user_agent: agent } });
    expect(told('npm/10.0.0')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('A queue takes bullmq and ioredis: install with `npm install bullmq ioredis`'),
    });
    expect(told('pnpm/9.0.0').stderr).toContain('`pnpm add bullmq ioredis`');
  });

  test('help is told for each', () => {
    for (const name of ['work', 'send', 'status']) {
      const { status: code, stdout } = place.tidemark([name, '--help']);
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`Usage: tidemark ${name}`) });
      expect(stdout).toContain('--queue NAME');
    }
    expect(place.tidemark(['--help']).stdout).toContain('tidemark work, send and status');
    expect(run(process.execPath, [bin, 'help', 'work']).stdout).toContain('Usage: tidemark work');
  });
});
