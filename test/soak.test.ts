import { expect, test } from '@jest/globals';
import { nodeModule } from './support/child';

// That the soak finds what does not hold. It is no part of the tests itself: it takes its time.
function faults(expression: string): unknown {
  const { stdout, stderr } = nodeModule(`
    import { checkMemory, checkRest } from './scripts/soak/checks.mjs';
    const mb = (n) => ({ rss: n * 1e6 });
    const base = { nativeBytes: 0, goroutines: 4, environments: 1 };
    console.error(JSON.stringify(${expression}));`);
  return { said: stdout, faults: JSON.parse(stderr) };
}

test('a rest at which nothing is left', () => {
  expect(faults('checkRest(1, base, base)')).toEqual({ said: '', faults: [] });
});

test('a rest at which something is left', () => {
  expect(faults('checkRest(7, base, { nativeBytes: 8, goroutines: 5, environments: 2 })')).toEqual({
    said: '',
    faults: [
      'Round 7: nativeBytes is 8 at rest, and must be 0',
      'Round 7: goroutines is 5 at rest, and must be 4',
      'Round 7: environments is 2 at rest, and must be 1',
    ],
  });
});

test('memory that has found its level', () => {
  expect(faults('checkMemory(Array.from({ length: 40 }, (_, i) => mb(300 + (i < 8 ? -50 : i % 7))))')).toEqual({
    said: '',
    faults: [],
  });
});

test('memory that grows', () => {
  expect(faults('checkMemory(Array.from({ length: 40 }, (_, i) => mb(300 + 3 * i)))')).toEqual({
    said: '',
    faults: ['The resident memory at rest grew from 345 to 405 MB: something is kept'],
  });
});

test('a run that is too short to say', () => {
  expect(faults('checkMemory(Array.from({ length: 10 }, (_, i) => mb(300 * i)))')).toEqual({
    said: expect.stringContaining('Too short'),
    faults: [],
  });
});
