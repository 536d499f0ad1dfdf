import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const read = (file: string) => readFileSync(join(__dirname, '..', file), 'utf8');

const cells = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

test('how fast others are is what has been measured', () => {
  const readme = read('README.md').split('\n');
  const [, , ...names] = cells(readme.find((line) => line.startsWith('| | tidemark |')) ?? '');
  const [, , ...told] = cells(readme.find((line) => line.startsWith('| takes, on one thread |')) ?? '');
  const [, section = ''] = read('docs/performance.md').split('\n## One thread, long articles\n');
  const measured = new Map(
    section
      .split('\n## ')[0]
      ?.split('\n')
      .map((row) => [cells(row)[0], cells(row).at(-1)]),
  );
  expect(names.length).toBeGreaterThan(4);
  for (const [i, name] of names.entries()) {
    const times = Number.parseFloat(measured.get(name.replace(/ [\d.]+$/, '')) ?? '');
    expect([name, told[i]?.replace(/ times.*/, '').replace(',', '')]).toEqual([
      name,
      times.toFixed(times < 10 ? 1 : 0),
    ]);
  }
});
