import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ConvertError } from 'tidemark';
import { checkJob, jobId, type ProcessorOptions, processor } from 'tidemark/bullmq';
import { compressed, record } from './warc';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-scale-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const read = (name: string) => readFileSync(join(folder, 'md', name), 'utf8');
const linesOf = (name: string) =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The results, and what is left beside them. */
const results = () =>
  readdirSync(join(folder, 'md'), { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, 'md', name)).isFile())
    .sort();

function made(options: Partial<ProcessorOptions> = {}) {
  return processor({ out: join(folder, 'md'), files: join(folder, 'in'), ...options });
}

const progress: object[] = [];
const job = (data: unknown, id = '7') => ({
  id,
  data,
  updateProgress: async (told: object) => void progress.push(told),
});

/** What a job fails with: its name says whether it is tried again. */
async function failureOf(outcome: Promise<unknown>): Promise<{ name: string; message: string }> {
  const error = (await outcome.then(
    () => new Error('It has not failed'),
    (reason) => reason,
  )) as Error;
  return { name: error.name, message: error.message };
}

const atOnce = (message: string | RegExp) => ({ name: 'UnrecoverableError', message: expect.stringMatching(message) });

describe('a job', () => {
  test('names a file, below the folder for them, compressed or not', async () => {
    write('in/a/b.html', '<h1>Ebb</h1>');
    write('in/a/c.htm.gz', gzipSync('<h1>Flow</h1>'));
    const convert = made();
    const expected = { documents: 1, failed: 0 };
    expect(await convert(job({ file: 'a/b.html' }))).toEqual({ name: 'a/b.md', bytes: 12, ...expected });
    expect(await convert(job({ file: 'a/c.htm.gz' }))).toEqual({ name: 'a/c.htm.gz.md', bytes: 13, ...expected });
    expect(await convert(job({ file: 'a/b.html', name: 'x/y' }))).toMatchObject({ name: 'x/y.md' });
    expect(results()).toEqual(['a/b.md', 'a/c.htm.gz.md', 'x/y.md']);
    expect(read('a/c.htm.gz.md')).toBe('# Flow\n');
    expect(convert.counts).toEqual({
      documents: 3,
      failed: 0,
      skipped: 0,
      inputBytes: 37,
      outputBytes: 19,
      heldBytes: 0,
    });
  });

  test('has a document in it', async () => {
    const html = '<p><a href="x">é</a>';
    expect(await made()(job({ html, baseUrl: 'https://example.com/' }, 'some:id'))).toMatchObject({
      name: 'some%3Aid.md',
    });
    expect(read('some%3Aid.md')).toBe('[é](https://example.com/x)\n');
  });

  test.each([
    ['md', 'md', '# Ebb\n'],
    ['text', 'txt', 'Ebb\n'],
    ['html', 'html', '<h1>Ebb</h1>\n'],
    ['json', 'json', expect.stringContaining('"markdown": "# Ebb"')],
  ] as const)('becomes %s', async (format, ending, text) => {
    await made({ format })(job({ html: '<h1>Ebb</h1>' }));
    expect(read(`7.${ending}`)).toEqual(text);
  });

  test('is converted as the options say', async () => {
    await made({ options: { headingStyle: 'setext' } })(job({ html: '<h1>Ebb</h1>' }));
    expect(read('7.md')).toBe('Ebb\n===\n');
  });

  test('that is run twice, at the same time too, leaves one result and nothing beside it', async () => {
    write('in/a.html', '<h1>Ebb</h1>'.repeat(10_000));
    const [one, two] = [made(), made()];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two)(job({ file: 'a.html' }))),
    );
    expect(new Set(outcomes.map(({ name }) => name))).toEqual(new Set(['a.md']));
    expect(results()).toEqual(['a.md']);
    expect(read('a.md').match(/# Ebb\n/g)).toHaveLength(10_000);
  });

  test('whose result is there is done, if that is asked for', async () => {
    const convert = made({ skipExisting: true });
    await convert(job({ html: '<p>1', name: 'a' }));
    expect(await convert(job({ html: '<p>2', name: 'a' }))).toEqual({
      name: 'a.md',
      documents: 0,
      failed: 0,
      bytes: 0,
    });
    expect(read('a.md')).toBe('1\n');
    expect(convert.counts).toMatchObject({ documents: 1, skipped: 1 });
  });
});

describe('a WARC', () => {
  const page = (n: number, more = {}) =>
    record({
      url: `https://example.com/${n}`,
      body: `<title>T${n}</title><main><h1>P${n}</h1><p><a href="x">x</a>`,
      ...more,
    });

  test('becomes a line of JSON for each page, in their order', async () => {
    write(
      'in/crawl/a.warc.gz',
      compressed(
        record({ type: 'warcinfo', body: 'software: x\r\n' }),
        page(1),
        record({ type: 'request', body: '' }),
        page(2),
      ),
    );
    expect(await made()(job({ warc: 'crawl/a.warc.gz' }))).toEqual({
      name: 'crawl/a.jsonl',
      documents: 2,
      failed: 0,
      bytes: 108,
    });
    const lines = linesOf('crawl/a.jsonl');
    expect(lines.map(({ url, title }) => [url, title])).toEqual([
      ['https://example.com/1', 'T1'],
      ['https://example.com/2', 'T2'],
    ]);
    expect(lines[0]).toMatchObject({
      date: '2026-11-30T12:00:00Z',
      digest: 'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ',
      markdown: '# P1\n\n[x](https://example.com/x)',
    });
  });

  test('is read at the place that a job names', async () => {
    const parts = [page(1), page(2), page(3)].map((bytes) => compressed(bytes)) as [Buffer, Buffer, Buffer];
    write('in/a.warc.gz', Buffer.concat(parts));
    const [first, second] = parts;
    expect(await made()(job({ warc: 'a.warc.gz', offset: first.length, length: second.length }))).toMatchObject({
      documents: 1,
    });
    expect(linesOf(`a/${first.length}.jsonl`)[0]).toMatchObject({ url: 'https://example.com/2' });
  });

  test('may be as odd as they are', async () => {
    const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    write(
      'in/odd.warc',
      Buffer.concat([
        page(1, {
          headers: { 'Content-Type': 'text/html; charset=windows-1252' },
          body: Buffer.from('<main><p>caf\xe9', 'latin1'),
        }),
        page(2, { headers: { 'Transfer-Encoding': 'chunked' }, body: chunked('<main><p>two') }),
        page(3, { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('<main><p>three') }),
        page(4, { headers: { 'Content-Encoding': 'gzip' }, body: '<main><p>four, decoded' }),
        page(5, { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('<p>five').subarray(0, 15) }),
        page(6, { headers: { 'Content-Encoding': 'rot13' } }),
        page(7, { headers: { 'Content-Type': 'image/png' } }),
        page(8, { status: 404 }),
        page(9, { type: 'revisit', body: '', warcHeaders: { 'WARC-Refers-To-Target-URI': 'https://example.com/1' } }),
        page(10, { warcHeaders: { 'WARC-Truncated': 'length' } }),
        page(11, { headers: { 'Content-Type': 'text/html; charset=none-such' } }),
        page(12, { body: '' }),
      ]),
    );
    expect(await made()(job({ warc: 'odd.warc' }))).toMatchObject({ documents: 7, failed: 3 });
    const told = linesOf('odd.jsonl').map(({ url, markdown, truncated, error }) => [
      url.split('/').at(-1),
      error?.code ?? truncated ?? markdown,
    ]);
    expect(told).toEqual([
      ['1', 'café'],
      ['2', 'two'],
      ['3', 'three'],
      ['4', 'four, decoded'],
      ['5', 'ERR_COMPRESSION'],
      ['6', 'ERR_UNSUPPORTED'],
      ['9', 'ERR_REVISIT'],
      ['10', 'length'],
      ['11', expect.stringContaining('# P11')],
      ['12', ''],
    ]);
  });

  test('that is cut off has what was before', async () => {
    const whole = compressed(...Array.from({ length: 50 }, (_, n) => page(n)));
    write('in/cut.warc.gz', whole.subarray(0, whole.length - 30));
    expect(await made()(job({ warc: 'cut.warc.gz' }))).toMatchObject({ documents: 49, failed: 1 });
    expect(linesOf('cut.jsonl').at(-1)).toMatchObject({ error: { code: 'ERR_COMPRESSION' } });
  });

  test('goes on after a poisonous page', async () => {
    write('in/p.warc', Buffer.concat([page(1), page(2, { body: '<blockquote>'.repeat(100) }), page(3)]));
    expect(await made({ options: { maxDepth: 50 } })(job({ warc: 'p.warc' }))).toMatchObject({
      documents: 2,
      failed: 1,
    });
    expect(linesOf('p.jsonl')[1]).toMatchObject({
      url: 'https://example.com/2',
      error: { code: 'ERR_INPUT_TOO_LARGE' },
    });
  });

  test('holds no more of its pages than is allowed, and ends', async () => {
    write(
      'in/large.warc',
      Buffer.concat(Array.from({ length: 60 }, (_, n) => page(n, { body: `<main>${'<p>x'.repeat(5000)}` }))),
    );
    const convert = made({ maxHeldBytes: 30_000 });
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, convert.counts.heldBytes)), 0);
    expect(await convert(job({ warc: 'large.warc' }))).toMatchObject({ documents: 60 });
    clearInterval(watch);
    expect(most).toBeLessThanOrEqual(30_000);
    expect(convert.counts.heldBytes).toBe(0);
  });
});

describe('a job fails at once', () => {
  test.each([
    [undefined, 'ERR_INVALID_JOB: Expected an object for data but received undefined'],
    [[], 'ERR_INVALID_JOB: Expected an object for data'],
    [{}, 'received none'],
    [{ fiel: 'a' }, "received data.fiel. Did you mean 'file'"],
    [{ file: 'a', html: 'b' }, 'received data.file and data.html'],
    [{ file: 5 }, 'Expected text for data.file but received 5 of type number'],
    [{ file: '' }, 'Expected text for data.file but received ""'],
    [{ warc: 'a', offset: -1 }, 'Expected an integer from 0 on for data.offset but received -1'],
    [{ warc: 'a', ofset: 1 }, "Did you mean 'offset'"],
    [{ html: 'a', name: '../x' }, 'for data.name but received "../x"'],
    [{ html: 'a', name: '/etc/x' }, 'for data.name'],
    [{ html: 'a', name: 'a//b' }, 'for data.name'],
    [{ html: 'a', name: 'a/./b' }, 'for data.name'],
    [{ html: 'a', name: 'a\\..\\..\\b' }, 'for data.name'],
    [{ html: 'a', name: 'a\0b' }, 'for data.name'],
    [{ html: 'a', name: '.tidemark/x' }, 'for data.name'],
    [{ html: 'a', name: 'x'.repeat(300) }, 'for data.name'],
    [{ url: 'https://example.com/' }, 'ERR_NOT_ALLOWED: Jobs may not name addresses'],
    [{ file: 'none.html' }, 'ENOENT: There is no such file'],
    [{ file: '.' }, 'ERR_NOT_ALLOWED|EISDIR'],
    [{ file: '../out.html' }, 'ERR_NOT_ALLOWED: "../out.html" is not in the folder'],
    [{ file: '/etc/passwd' }, 'ERR_NOT_ALLOWED'],
    [{ file: 'link.html' }, 'ERR_NOT_ALLOWED'],
    [{ warc: 'link.html' }, 'ERR_NOT_ALLOWED'],
    [{ file: 'large.html' }, 'ERR_INPUT_TOO_LARGE: large.html has more than 1000 bytes'],
    [{ file: 'bomb.html.gz' }, 'ERR_INPUT_TOO_LARGE'],
    [{ file: 'damaged.gz' }, 'ERR_COMPRESSION'],
    [{ html: 'x'.repeat(600) }, 'ERR_INPUT_TOO_LARGE: A document of 600 bytes in a job is more than the 500'],
  ])('%j', async (data, message) => {
    write('in/x', '');
    write('out.html', '<p>secret');
    write('in/large.html', 'x'.repeat(2000));
    write('in/bomb.html.gz', gzipSync('x'.repeat(100_000)));
    write('in/damaged.gz', gzipSync('x'.repeat(100)).fill(7, 12));
    symlinkSync(join(folder, 'out.html'), join(folder, 'in', 'link.html'));
    const convert = made({ maxInlineBytes: 500, options: { maxInputBytes: 1000 } });
    const before = readdirSync(folder).sort();
    expect(await failureOf(convert(job(data)))).toEqual(atOnce(message));
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'md')
        .sort(),
    ).toEqual(before);
    expect(readdirSync(folder).includes('md') ? results() : []).toEqual([]);
  });

  test('where no folder for files is given', async () => {
    expect(await failureOf(processor({ out: folder })(job({ file: '/etc/passwd' })))).toEqual(
      atOnce('ERR_NOT_ALLOWED'),
    );
  });
});

describe('a job is tried again', () => {
  const later = (message: string) => ({ name: 'JobError', message: expect.stringMatching(message) });

  test('after a timeout', async () => {
    const rules = [{ selector: 'p', replacement: () => new Promise<string>(() => undefined) }];
    expect(await failureOf(made({ timeout: 20, options: { rules } })(job({ html: '<p>x' })))).toEqual(
      later('ERR_TIMEOUT'),
    );
  });

  test('when the worker has stopped before its end', async () => {
    const rules = [{ selector: 'p', replacement: () => new Promise<string>(() => undefined) }];
    const outcome = made({ options: { rules } })(job({ html: '<p>x' }), undefined, AbortSignal.timeout(20));
    expect(await failureOf(outcome)).toEqual(later('ERR_ABORTED'));
  });

  test('when the disk is full, of which nothing is left', async () => {
    mkdirSync(join(folder, 'md'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(folder, 'md')]);
    if (mounted.status !== 0) return; // that takes root
    try {
      const large = `<p>${'x'.repeat(100_000)}`;
      expect(await failureOf(made()(job({ html: large })))).toEqual(later('ENOSPC: There is no space left'));
      write(
        'in/large.warc',
        Buffer.concat(Array.from({ length: 50 }, () => record({ body: `<main><p>${'x'.repeat(2000)}` }))),
      );
      expect(await failureOf(made()(job({ warc: 'large.warc' })))).toEqual(later('ENOSPC: There is no space left'));
      expect(results()).toEqual([]);
      await made()(job({ html: '<p>small' }));
      expect(results()).toEqual(['7.md']);
    } finally {
      spawnSync('umount', [join(folder, 'md')]);
    }
  });
});

test('what killed workers have left is removed after an hour', async () => {
  write('md/.tidemark/old', 'x');
  write('md/.tidemark/new', 'x');
  utimesSync(join(folder, 'md/.tidemark/old'), 1, 1);
  const convert = made();
  for (let i = 0; results().includes('.tidemark/old') && i < 1000; i++) await convert(job({ html: 'x' }));
  expect(results()).toEqual(['.tidemark/new', '7.md']);
});

test('jobs that somebody has died of are not run beside each other', async () => {
  const rules = [{ selector: 'p', replacement: (text: string) => setTimeout(50, text) }];
  const convert = made({ options: { rules } });
  const putOff: number[] = [];
  const suspect = (html: string, id: string) => ({
    ...job({ html }, id),
    stalledCounter: 1,
    moveToDelayed: async (time: number) => void putOff.push(time - Date.now()),
  });
  const first = convert(suspect('<p>1', '1'));
  const second = convert(suspect('<p>2', '2'));
  const other = convert(job({ html: '<p>3' }, '3'));
  expect((await failureOf(second)).name).toBe('DelayedError');
  expect(putOff).toHaveLength(1);
  expect(putOff[0]).toBeGreaterThan(0);
  await Promise.all([first, other]);
  expect(await convert(suspect('<p>2', '2'))).toMatchObject({ name: '2.md' });
  expect(convert.counts).toMatchObject({ documents: 3, failed: 0 });
});

test('documents wait for room, in their order, and a large one has it alone', async () => {
  const ended: number[] = [];
  const rules = [{ selector: 'p', replacement: async (text: string) => text }];
  const convert = made({ maxHeldBytes: 1000, maxInlineBytes: 10_000, options: { rules } });
  const sizes = [900, 900, 5000, 10, 900];
  let most = 0;
  await Promise.all(
    sizes.map(async (size, i) => {
      await convert(job({ html: `<p>${'x'.repeat(size - 3)}`, name: `n${i}` }));
      most = Math.max(most, convert.counts.heldBytes);
      ended.push(i);
    }),
  );
  expect(ended.length).toBe(sizes.length);
  expect(most).toBeLessThanOrEqual(5000);
  expect(convert.counts.heldBytes).toBe(0);
});

test('a job that is given up while it waits for room leaves it to others', async () => {
  const rules = [{ selector: 'p', replacement: () => new Promise<string>(() => undefined) }];
  const convert = made({ maxHeldBytes: 10, options: { rules } });
  const [first, second] = [new AbortController(), new AbortController()];
  const one = convert(job({ html: '<p>xxxxxxxxxx' }), undefined, first.signal);
  const two = convert(job({ html: '<p>yyyyyyyyyy' }), undefined, second.signal);
  second.abort();
  expect((await failureOf(two)).message).toMatch('ERR_ABORTED');
  first.abort();
  expect((await failureOf(one)).message).toMatch('ERR_ABORTED');
  expect(convert.counts.heldBytes).toBe(0);
});

const endless: unknown[] = ['x'.repeat(1000)];
endless.push(endless);

test.each([
  [{}, 'Expected the path of a folder for options.out but received undefined of type undefined'],
  [{ out: '' }, 'Expected the path of a folder for options.out'],
  [{ out: 'a', fiels: 'b' }, "Did you mean 'files'?"],
  [
    { out: 'a', format: 'pdf' },
    "Expected 'md', 'text', 'html' or 'json' for options.format but received 'pdf' of type string",
  ],
  [{ out: 'a', options: { headinStyle: 'atx' } }, 'headingStyle'],
  [{ out: 'a', timeout: 0 }, 'for options.timeout but received 0'],
  [{ out: 'a', http: {} }, 'Expected an object with an array of hosts as allow for options.http'],
  [{ out: 'a', http: { allow: [], allowNetworks: ['10.0.0.0/40'] } }, '10.0.0.0/40'],
  [{ out: 'a', maxHeldBytes: Number.NaN }, 'options.maxHeldBytes'],
  [{ out: 'a', toString: () => 'b' }, "received 'toString'"],
  [{ out: 'a', files: endless }, 'Expected the path of a folder for options.files but received'],
  [{ out: 'a', skipExisting: 5n }, 'but received 5n of type bigint'],
])('options that are wrong are told: %#', (options, message) => {
  const act = () => processor(options as ProcessorOptions);
  expect(act).toThrow(ConvertError);
  expect(act).toThrow(
    expect.objectContaining({ code: 'ERR_INVALID_OPTION', message: expect.stringContaining(message) }),
  );
});

test('ids are the same for the same data, and only for that', () => {
  expect(jobId({ file: 'a', name: 'b' })).toBe(jobId({ name: 'b', file: 'a', baseUrl: undefined }));
  expect(jobId({ file: 'a' })).toMatch(/^[\w-]{22}$/);
  expect(jobId({ file: 'a' })).not.toBe(jobId({ file: 'b' }));
  expect(() => checkJob({ file: 'a' })).not.toThrow();
});

test.each([undefined, null, 'a'.repeat(1e6), [], endless, 5n, new Map(), { fiel: 'a' }])(
  'what is no data of a job has no id: %#',
  (data) => {
    for (const act of [() => jobId(data as never), () => checkJob(data)]) {
      expect(act).toThrow(expect.objectContaining({ code: 'ERR_INVALID_JOB' }));
    }
  },
);
