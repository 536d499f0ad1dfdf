import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Place } from './command';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

type Running = ReturnType<Place['start']>;

/** Waits until a file says so, or the process ends. */
async function until(name: string, text: string, { child }: Running): Promise<void> {
  const says = () => existsSync(join(place.path, name)) && place.read(name) === text;
  while (child.exitCode === null && !says()) await setTimeout(5);
  expect(place.read(name)).toBe(text);
}

test('what is changed or added is converted again, until it is interrupted', async () => {
  place.write({ 's/a.html': '<p>1', 's/b.txt': '<p>no' });
  const running = place.start(['s', '-o', 's/md', '--watch', '--max-input-bytes', '30']);
  await until('s/md/a.md', '1\n', running);
  place.write({ 's/a.html': '<p>2' });
  await until('s/md/a.md', '2\n', running);
  place.write({ 's/new/c.html': '<p>3', 's/b.txt': '<p>still no', 's/d.html': `<p>${'x'.repeat(99)}` });
  await until('s/md/new/c.md', '3\n', running);
  rmSync(join(place.path, 's', 'a.html'));
  place.write({ 's/d.html': '<p>4' });
  await until('s/md/d.md', '4\n', running);
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(130);
  expect(await running.stderr).toMatch(/^tidemark: s\/d\.html: .* \(ERR_INPUT_TOO_LARGE\)$/m);
  expect(place.files('s/md')).toEqual(['a.md', 'd.md', 'new/c.md']);
});

test('a pattern and a file are watched, too', async () => {
  place.write({ 's/a.htm': '<p>1', 'b.html': '<p>1' });
  const running = place.start(['s/*.htm', 'b.html', '-o', 'md', '-w', '--skip-existing']);
  await until('md/b.md', '1\n', running);
  await until('md/s/a.md', '1\n', running);
  place.write({ 's/c.html': '<p>no', 's/d.htm': '<p>2', 'b.html': '<p>2' });
  await until('md/s/d.md', '2\n', running);
  await until('md/b.md', '2\n', running);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(130);
  expect(place.files('md')).toEqual(['b.md', 's/a.md', 's/d.md']);
});
