import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { node, nodeModule, run } from '../support/child';
import { bin, Place } from './command';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const many = 3000;

function writeMany(): void {
  const page = (i: number) => `<h1>${i}</h1>${'<p>Tides follow the Moon.'.repeat(400)}`;
  place.write(Object.fromEntries(Array.from({ length: many }, (_, i) => [`s/${i}.html`, page(i)])));
}

/** Waits for as many results, or for the end of the process. */
async function untilDone(count: number, child: ChildProcess): Promise<void> {
  const done = () => existsSync(join(place.path, 'md')) && place.files('md').length >= count + 3;
  while (child.exitCode === null && child.signalCode === null && !done()) await setTimeout(1);
}

/** Every result is whole: none ends before its document does. */
function allAreWhole(files: string[]): boolean {
  return files.every((name) => place.read(`md/${name}`).split('Tides').length === 401);
}

const isResult = (name: string) => name.endsWith('.md');

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a run with what is done, and leaves nothing half written',
  async (signal) => {
    writeMany();
    const { child, ended, stderr } = place.start(['s', '-o', 'md']);
    await untilDone(20, child);
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(await stderr).toBe('');
    const files = place.files('md');
    expect(files.filter((name) => !isResult(name))).toEqual(['.tidemark-run']); // for --resume
    expect(files.length).toBeLessThan(many);
    expect(allAreWhole(files.filter(isResult))).toBe(true);
  },
);

test('SIGINT ends a wait for standard input', async () => {
  const { child, ended } = place.start([]);
  await setTimeout(500); // nothing says that it waits: if it does not yet, the signal ends it just so
  child.kill('SIGINT');
  expect([130, null]).toContain(await ended);
});

test.each([1, 20, 300])('a run that was killed after %d results goes on with --resume', async (count) => {
  writeMany();
  place.write({ 'md/0.md': 'of another run', 'md/1.md': 'of another run' });
  for (let kills = 0; kills < 3; kills++) {
    const { child, ended } = place.start(['s', '-o', 'md', '--resume']);
    await untilDone(count * (kills + 1), child);
    child.kill('SIGKILL');
    await ended;
    expect(place.files('md')).toContain('.tidemark-run');
    expect(allAreWhole(place.files('md').filter((name) => isResult(name) && !/^[01]\.md$/.test(name)))).toBe(true);
  }
  const { status, stderr } = place.tidemark(['s', '-o', 'md', '--resume', '--progress', 'json']);
  const end = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '');
  expect({ status, ...end }).toMatchObject({ status: 0, failed: 0, converted: many - end.skipped });
  expect(end.skipped).toBeGreaterThanOrEqual(count - 2);
  const files = place.files('md');
  expect(files.filter((name) => !isResult(name))).toEqual([]);
  expect(files.length).toBe(many);
  expect(allAreWhole(files)).toBe(true);
});

test('--resume goes on with the same run alone, and in a folder', () => {
  place.write({ 's/1.html': '<p>1', 'md/.tidemark-run': '{"run": "1", "digest": "other"}' });
  const { status, stderr } = place.tidemark(['s', '-o', 'md', '--resume']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('had other inputs or options') });
  expect(place.tidemark(['s', '-o', 'md'])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(place.files('md')).toEqual(['1.md']);
  expect(place.tidemark(['s', '-f', 'jsonl', '--resume'])).toMatchObject({ status: 2 });
});

test('a reader that has seen enough ends it without a word', () => {
  writeMany();
  const command = `set -o pipefail; "${process.execPath}" "${bin}" s -f jsonl | head -n 1 | cut -c 1-10`;
  expect(run('bash', ['-c', command], { cwd: place.path })).toEqual({ status: 0, stdout: '{"source":\n', stderr: '' });
});

test('the package loads nothing of the command', () => {
  const program =
    "require('tidemark'); console.log(Object.keys(require.cache).filter((file) => /dist[\\\\/]cli/.test(file)))";
  expect(node(['-e', program])).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
});

test('help and mistakes load no engine', () => {
  const program = `import { createRequire } from 'node:module';
    process.argv = [process.argv[0], 'tidemark', '--help'];
    await import(${JSON.stringify(pathToFileURL(bin).href)});
    const { cache } = createRequire(import.meta.url);
    process.on('exit', () => console.log('loaded', Object.keys(cache).filter((file) => /dist.index/.test(file))));`;
  expect(nodeModule(program).stdout).toMatch(/loaded \[\]\n$/);
});
