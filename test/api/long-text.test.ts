import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { configure, convert, convertAll, convertSync, stats } from 'tidemark';
import { CopiesInTurns, unitsEachTurn } from '../../js/calls/copy-in-turns';
import { restorePool } from '../support/pool';

const article = `<h1>Tides</h1>${'<p>Every <b>six</b> hours &amp; a quarter, <a href="/ebb">ebb</a> and flow.'.repeat(60_000)}`;
const markdown = convertSync(article);

afterEach(restorePool);

/** Copies that go on when the event loop turns. */
function turning(): CopiesInTurns {
  const copies: CopiesInTurns = new CopiesInTurns(() => {
    setImmediate().then(() => copies.turn());
    return true;
  });
  return copies;
}

test('a long text is copied over several turns of the event loop, and others after it', async () => {
  const parts: [turn: number, start: number, end: number][] = [];
  let turn = 0;
  const queue = turning();
  const copy = (length: number) =>
    new Promise<boolean>((resolve) => {
      const append = (start: number, end: number) => parts.push([turn, start, end]) > 0;
      queue.begin(length, append, resolve);
    });
  const copies = [copy(2 * unitsEachTurn + 5), copy(unitsEachTurn + 7)];
  for (; turn < 10; turn++) await setImmediate();
  expect(await Promise.all(copies)).toEqual([true, true]);
  expect(parts.map(([, ...range]) => range)).toEqual([
    [0, unitsEachTurn],
    [unitsEachTurn, 2 * unitsEachTurn],
    [2 * unitsEachTurn, 2 * unitsEachTurn + 5],
    [0, unitsEachTurn - 5],
    [unitsEachTurn - 5, unitsEachTurn + 7],
  ]);
  expect(new Set(parts.map(([turn]) => turn)).size).toBeGreaterThanOrEqual(3);
});

test('without memory for a part it ends, and the next begins', async () => {
  const queue = turning();
  const failed = new Promise<boolean>((resolve) => {
    queue.begin(2 * unitsEachTurn, (start) => start === 0, resolve);
  });
  const next = new Promise<boolean>((resolve) => {
    queue.begin(5, () => true, resolve);
  });
  expect(await failed).toBe(false);
  expect(await next).toBe(true);
});

test('without another turn all end', async () => {
  const queue = new CopiesInTurns(() => false);
  const copy = (length: number) =>
    new Promise<boolean>((resolve) => {
      queue.begin(length, () => true, resolve);
    });
  expect(await Promise.all([copy(2 * unitsEachTurn), copy(5)])).toEqual([false, true]);
});

test('the event loop turns while it is copied', async () => {
  let turns = 0;
  let copied = false;
  const call = convert(article).then(() => {
    copied = true;
  });
  while (!copied) {
    await setImmediate();
    turns++;
  }
  await call;
  expect(turns).toBeGreaterThanOrEqual(Math.floor(article.length / unitsEachTurn));
});

test('it becomes what a short one becomes, and takes its place in the queue at once', async () => {
  expect(article.length).toBeGreaterThan(3 * unitsEachTurn);
  const calls = [convert(article), convert(article), convert('<p>short')];
  expect(stats().queuedBytes).toBeGreaterThanOrEqual(2 * article.length);
  expect(stats().queued).toBeGreaterThanOrEqual(2);
  expect(await calls[2]).toBe('short');
  expect(await Promise.all(calls)).toEqual([markdown, markdown, 'short']);
  expect(stats()).toMatchObject({ queued: 0, queuedBytes: 0, nativeBytes: 0 });
});

test('a pair of surrogates may stand where two parts meet', async () => {
  for (const before of [0, 1]) {
    const text = `${'a'.repeat(before)}${'🌊'.repeat(unitsEachTurn)}`;
    expect((await convert(text)) === text).toBe(true);
  }
});

test('a lone half stands for U+FFFD, at the end too', async () => {
  const text = `${'a'.repeat(2 * unitsEachTurn - 1)}\ud83c${'b'.repeat(10)}\ud83c`;
  expect((await convert(text)) === text.replace(/\ud83c(?![\udc00-\udfff])/g, '\ufffd')).toBe(true);
});

test('an abort while it is copied leaves nothing behind', async () => {
  const controller = new AbortController();
  const calls = [convert(article, { signal: controller.signal }), convert(article, { signal: controller.signal })];
  await setImmediate();
  controller.abort(new Error('enough'));
  expect(stats()).toMatchObject({ queued: 0, queuedBytes: 0, nativeBytes: 0 });
  for (const call of calls) await expect(call).rejects.toThrow('enough');
  expect((await convert(article)) === markdown).toBe(true);
});

test('what is being copied counts as waiting, and convertAll waits for its end', async () => {
  configure({ maxQueuedBytes: 1.5 * article.length });
  try {
    const [first, second] = [convert(article), convert(article)];
    await expect(second).rejects.toMatchObject({ code: 'ERR_QUEUE_FULL' });
    expect((await first) === markdown).toBe(true);
    let right = 0;
    for await (const result of convertAll([article, article, article], { concurrency: 3 }))
      right += Number(result === markdown);
    expect(right).toBe(3);
  } finally {
    configure({ maxQueuedBytes: 2 ** 30 });
  }
});

test('the limits of an option and of the input are told as of a short one', async () => {
  await expect(convert(article, { maxInputBytes: 1000 })).rejects.toMatchObject({ code: 'ERR_INPUT_TOO_LARGE' });
  await expect(convert(article, { headingStyle: 'none' as 'atx' })).rejects.toMatchObject({
    code: 'ERR_INVALID_OPTION',
  });
});

test('one that is refused when it is whole makes room for those that wait', async () => {
  configure({ maxQueue: 1, memoryLimit: 20 * 2 ** 20 });
  try {
    const refused = convert('<p>'.repeat(unitsEachTurn / 2)); // For so many tags there is not enough memory.
    const waiting = convertAll(['<p>ebb']).next();
    await expect(refused).rejects.toMatchObject({ code: 'ERR_INPUT_TOO_LARGE' });
    expect(await waiting).toEqual({ done: false, value: 'ebb' });
  } finally {
    configure({ maxQueue: 65536, memoryLimit: 0 });
  }
});
