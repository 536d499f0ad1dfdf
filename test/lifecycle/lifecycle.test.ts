// Each case is a process of its own: what is judged is how it ends. The files in children/ say what they do.
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runChild } from './run-child';

const build = (name: string) => ({ TIDEMARK_BINARY_PATH: join(__dirname, '../../build', name) });

describe('a process', () => {
  test.each([
    ['loads the addon in workers only', 'worker-only'],
    ['terminates workers with 300 calls in flight', 'terminate'],
    ['runs 5,000 streams in workers, of which half are aborted and some are cut off with their worker', 'streams'],
    ['terminates workers whose rules think, hang, throw and convert', 'rules'],
    ['ends by itself when idle', 'idle'],
    ['ends by itself after importing the package', 'import-only'],
    ['ends environments that made no call', 'unused'],
    ['holds two instances in one thread', 'two-instances'],
    ['catches WebAssembly traps with a busy pool', 'wasm-traps'],
    ['uses no more memory after 100,000 calls', 'memory'],
    ['has nothing outstanding after mixed outcomes', 'outstanding'],
    ['gives back the memory of long results', 'long-results'],
    ['serves an environment while another floods the queue', 'fairness'],
  ])('%s', async (_, name) => {
    expect(await runChild(name)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/ok\n$/) });
  });

  test('keeps the input while the caller transfers, shrinks or overwrites it', async () => {
    const ended = await runChild('buffers', { execArgv: ['--expose-gc'] });
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: 'ok\n' });
  });

  test('keeps documents that are read where they are, and bytes that are not copied, for as long as they are used', async () => {
    const ended = await runChild('bytes', { execArgv: ['--expose-gc'] });
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: 'ok\n' });
  });

  test.each(['before', 'after'])(
    'ends its calls under fake timers that were installed %s the package was loaded',
    async (when) => {
      expect(await runChild('fake-timers', { args: [when] })).toMatchObject({ code: 0, stderr: '', stdout: 'ok\n' });
    },
  );

  test('works where the objects of the language are frozen', async () => {
    const ended = await runChild('frozen-intrinsics', { execArgv: ['--no-warnings', '--frozen-intrinsics'] });
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: 'ok\n' });
  });

  test.each([
    ['survives panics', 'panic'],
    ['turns its event loop while every worker is busy', 'loop-turns'],
  ])('%s', async (_, name) => {
    const ended = await runChild(name, { env: build('tidemark.testhooks.node') });
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: 'ok\n' });
  });

  test('converts in place without workers', async () => {
    const ended = await runChild('sync-only', { env: build('tidemark.sync.node') });
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: 'ok\n' });
  });

  test('exits with its code with calls in flight', async () => {
    for (let round = 0; round < 5; round++) {
      expect(await runChild('exit-in-flight')).toMatchObject({ code: 7, stderr: '', stdout: 'ok\n' });
    }
  });
});

const onUnix = process.platform === 'win32' ? describe.skip : describe;

onUnix('signals', () => {
  test('a storm of them with handlers', async () => {
    expect(await runChild('signal-storm')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/ok\n$/),
    });
  });
  test('SIGTERM with a handler', async () => {
    expect(await runChild('sigterm', { args: ['handled'] })).toMatchObject({ code: 3, stderr: '', stdout: 'ok\n' });
  });
  test('SIGTERM without one', async () => {
    expect(await runChild('sigterm')).toMatchObject({ code: null, signal: 'SIGTERM', stderr: '' });
  });
  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('are blocked on the Go threads', async () => {
    expect(await runChild('signal-mask')).toMatchObject({ code: 0, stderr: '', stdout: 'ok\n' });
  });
});
