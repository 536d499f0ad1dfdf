import { describe, expect, test } from '@jest/globals';
import { nodeModule } from './support/child';

// That the command which tries containers finds what does not hold. It is no part of the tests itself: it takes root and hours.
function evaluate(file: string, expression: string): unknown {
  const { stdout, stderr } = nodeModule(`
    import * as it from './scripts/limits/${file}.mjs';
    console.log(JSON.stringify(${expression}) ?? 'undefined');`);
  return stderr === '' ? JSON.parse(stdout) : stderr;
}

describe('the command line', () => {
  const read = (...args: string[]) => evaluate('arguments', `it.readArguments(${JSON.stringify(args)})`);

  test('is read', () => {
    expect(read('--families', 'bold,rows', '--sizes', '0.2,16', '--limits', '256,none', '--ways', 'sync')).toEqual({
      families: ['bold', 'rows'],
      sizes: [0.2, 16],
      limits: [256, 'none'],
      ways: ['sync'],
      seconds: 300,
      jobs: 1,
    });
  });

  test.each([
    [['--families', 'bald'], /^limits: Expected one of article, .* for --families but received bald\n/],
    [['--sizes', '1,0'], /^limits: Expected a number above 0 for --sizes but received 0\n/],
    [['--limits', 'all'], /^limits: Expected a number above 0 for --limits but received all\n/],
  ])('%j is refused', (args, message) => expect(read(...args)).toMatch(message));
});

test('without a limit only single calls are made', () => {
  const options = "{ families: ['bold'], sizes: [1], limits: [256, 'none'], ways: ['async', 'many'] }";
  expect(evaluate('cases', `it.cases(${options}).map(it.caseName)`)).toEqual([
    'bold, 1 MB, async, in 256 MiB',
    'bold, 1 MB, many, in 256 MiB',
    'bold, 1 MB, async, no limit',
  ]);
});

describe('a process', () => {
  const made = '{"bytes":1000}\n';
  const done = (counts: object) => `${made}${JSON.stringify({ counts, peak: 7, seconds: 1 })}\n`;
  const judged = (ended: object) =>
    evaluate(
      'judge',
      `it.judge(${JSON.stringify({ code: 0, signal: null, late: false, stdout: '', stderr: '', ...ended })})`,
    );

  test('that lived', () => {
    const counts = { Markdown: 60, ERR_QUEUE_FULL: 40 };
    expect(judged({ stdout: done(counts), used: 9 })).toEqual({ counts, bytes: 1000, peak: 7, seconds: 1, used: 9 });
  });

  test.each([
    [{ signal: 'SIGKILL', code: null, stdout: made }, 'died: SIGKILL'],
    [{ code: 2, stdout: made, stderr: 'runtime: out of memory\nfatal error: …' }, 'died: 2'],
    [{ signal: 'SIGKILL', code: null, late: true, stdout: made }, 'too slow'],
    [{ stdout: made }, 'ended without a word'],
    [{ stdout: done({ Markdown: 1, lost: 1 }) }, 'lost'],
    [{ stdout: done({ 'untyped RangeError: Invalid string length': 1 }) }, 'untyped RangeError: Invalid string length'],
    [{ stdout: done({ ERR_UNKNOWN: 1 }) }, 'ERR_UNKNOWN'],
  ])('%j', (ended, fault) => expect(judged(ended)).toMatchObject({ fault }));

  test('that was killed before its call says nothing', () => {
    expect(judged({ signal: 'SIGKILL', code: null })).toEqual({ skipped: 'the document does not fit' });
  });
});

test('the tables', () => {
  const one = (way: string, limit: number | string, rest: object) => ({ family: 'bold', size: 4, way, limit, ...rest });
  const results = [
    one('async', 256, { counts: { Markdown: 1 }, peak: 52e6 }),
    one('async', 512, { fault: 'died: SIGKILL' }),
    one('many', 256, { counts: { Markdown: 60, ERR_QUEUE_FULL: 40 }, peak: 99e6 }),
    one('many', 512, { skipped: 'the document does not fit' }),
    one('async', 'none', { counts: { ERR_INPUT_TOO_LARGE: 1 }, peak: 10e6, bytes: 4e6 }),
  ];
  const options = { sizes: [4], ways: ['async', 'many'], limits: [256, 512, 'none'] };
  const text = evaluate('report', `it.report(${JSON.stringify(results)}, ${JSON.stringify(options)})`);
  expect(
    String(text)
      .split('\n')
      .filter((line) => line.startsWith('| `')),
  ).toEqual([
    '| `<b>` never closed, 4 MB | Markdown, 52 MB | **died: SIGKILL** |',
    '| `<b>` never closed, 4 MB | 60 Markdown, 40 ERR_QUEUE_FULL, 99 MB | – |',
    '| `<b>` never closed | 2.5x, ERR_INPUT_TOO_LARGE |',
  ]);
});

describe('control groups', () => {
  const place = (memberships: string, files: Record<string, string>) =>
    evaluate(
      'container',
      `((files) => it.placeOf(${JSON.stringify(memberships)}, (path) => path in files, (path) => files[path]) ?? null)(${JSON.stringify(files)})`,
    );

  test('of version 1', () => {
    const folder = '/sys/fs/cgroup/memory/a';
    expect(place('9:pids:/\n4:cpu,memory:/a\n0::/\n', { [folder]: '' })).toEqual({ version: 1, folder });
  });

  test('of version 2: the next above that passes the controller on', () => {
    const control = (path: string) => `/sys/fs/cgroup${path}/cgroup.subtree_control`;
    const files = { [control('/a/b')]: 'pids\n', [control('/a')]: 'cpu memory pids\n', [control('')]: 'memory\n' };
    expect(place('0::/a/b\n', files)).toEqual({ version: 2, folder: '/sys/fs/cgroup/a' });
  });

  test('that limit no memory', () => expect(place('0::/\n', {})).toBeNull());
});
