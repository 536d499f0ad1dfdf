import { beforeAll, describe, expect, test } from '@jest/globals';
import { convert, convertSync, stats } from 'tidemark';
import { holdUntil, restorePool } from '../support/pool';

// Native code makes UTF-8 of a string by slices of 2^15 code units, or, where a worker does, of longer ones at once. And V8 holds long results where native code wrote them.
const slice = 2 ** 15;

describe('strings across the border', () => {
  test.each([
    ['nothing', ''],
    ['one slice', 'a'.repeat(slice)],
    ['one code unit more', 'a'.repeat(slice + 1)],
    ['a pair parted by the end of a slice', `${'a'.repeat(slice - 1)}🌊${'b'.repeat(slice)}`],
    ['pairs parted by two ends', `x${'🌊'.repeat(slice)}`],
    ['characters of two bytes', 'é'.repeat(slice + 7)],
    ['characters of three bytes', '世'.repeat(3 * slice + 1)],
    ['ASCII, then three bytes', `${'a'.repeat(3 * slice)}${'世'.repeat(3 * slice)}`],
    ['a rope', ['a', 'b'].reduce((rope, c) => rope + c.repeat(slice), 'x')],
  ])('%s', async (_, text) => {
    expect(convertSync(text) === text).toBe(true); // not toBe, which would print them
    expect((await convert(text)) === text).toBe(true);
    expect((await convert(Buffer.from(text))) === text).toBe(true);
  });

  const [first, second] = [0xd83c, 0xdf0a].map((unit) => String.fromCharCode(unit));
  test.each([
    ['at the end of a slice', (x: string) => `${'a'.repeat(slice - 1)}${x}${'b'.repeat(9)}`, first],
    ['at the end of the text', (x: string) => 'a'.repeat(slice) + x, first],
    ['second halves', (x: string) => 'a'.repeat(slice - 1) + x + x, second],
  ])('a lone surrogate becomes U+FFFD: %s', async (_, document, surrogate) => {
    const whole = document('\ufffd');
    expect(convertSync(document(String(surrogate))) === whole).toBe(true);
    expect((await convert(document(String(surrogate)))) === whole).toBe(true);
  });

  // Beside options of an even length the copy of the code units begins at another kind of address than beside those of an odd one.
  test.each(['* * *', '* *  *'])('beside the options %j', async (hr) => {
    const text = `${'a'.repeat(slice)} 世 <hr>`;
    expect((await convert(text, { hr })) === `${'a'.repeat(slice)} 世\n\n${hr}`).toBe(true);
  });

  test('long results are strings like any other', async () => {
    const narrow = await convert(`<p>${'ebb é '.repeat(60_000)}`);
    const wide = await convert(`<p>${'世 flow '.repeat(60_000)}`);
    expect(narrow === 'ebb é '.repeat(60_000).trim()).toBe(true);
    expect(wide === '世 flow '.repeat(60_000).trim()).toBe(true);
    expect(JSON.parse(JSON.stringify({ [narrow]: wide }))).toEqual({ [narrow]: wide });
  });
});

describe('a flood of results', () => {
  beforeAll(restorePool);

  test('is settled in slices, between which the event loop turns', async () => {
    let turn = 0;
    const settledIn: number[] = [];
    const calls = Array.from({ length: 20_000 }, () => convert('<p>ebb').then(() => settledIn.push(turn)));
    let going = true;
    const count = () => {
      turn++;
      if (going) setImmediate(count);
    };
    setImmediate(count);
    await null; // Then workers are woken.
    holdUntil(() => stats().queued + stats().running === 0); // All results are there before the first turn.
    await Promise.all(calls);
    going = false;
    const perTurn = new Map<number, number>();
    for (const n of settledIn) perTurn.set(n, (perTurn.get(n) ?? 0) + 1);
    expect(settledIn).toHaveLength(20_000);
    expect(Math.max(...perTurn.values())).toBeLessThanOrEqual(2 * 256); // one when woken, one before the next turn
  });
});
