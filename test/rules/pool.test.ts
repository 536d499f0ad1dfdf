import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { AsyncConverter, configure, convert, convertAll, type Rule, stats } from 'tidemark';
import { load } from '../support/copy';
import { rejection, restorePool } from '../support/pool';

afterEach(async () => {
  await restorePool();
  while (stats().streams > 0) await setImmediate();
});

const rule = (selector: string, replacement: (content: string) => string | Promise<string>): Rule => ({
  selector,
  replacement,
});

test('no worker is held while rules think: others are converted meanwhile', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  let thinking = 0;
  const hangs = [
    rule('b', () => {
      thinking++;
      return new Promise<string>(() => undefined);
    }),
  ];
  const calls = Array.from({ length: 50 }, () => rejection(convert('<b>x</b>', { rules: hangs, signal })));
  while (thinking < 50) await setImmediate();
  expect(stats()).toMatchObject({ running: 0, queued: 0, streams: 50 });
  expect(await Promise.all(Array.from({ length: 50 }, () => convert('ebb')))).toHaveLength(50);
  controller.abort('enough');
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['enough']));
});

test('one crossing for each level of nesting, however many elements', async () => {
  const before = stats().completed;
  const html = '<div>a <i>b <b>c</b></i></div>'.repeat(1000) + '<b>d</b>'.repeat(1000);
  await convert(html, { rules: [rule('div, i, b', (content) => content)] });
  expect(stats().completed - before).toBe(1 + 3); // the document, and the answers for each level
  const without = stats().completed;
  await convert(html, { rules: [{ selector: 'div, i, b', template: '{content}' }] });
  await convert(html, { rules: [rule('video', (content) => content)] });
  expect(stats().completed - without).toBe(2); // nothing is asked
});

test('where the queue is full a call is refused, and an iteration waits', async () => {
  const rules = [rule('b', async (content) => content)];
  configure({ maxQueue: 1, concurrency: 1 });
  const long = `${'<p>tide</p>'.repeat(50_000)}<b>x</b>`; // It is not done when the next is handed over.
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => convert(long, { rules })));
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(20);
  for (const outcome of refused) expect(outcome).toMatchObject({ reason: { code: 'ERR_QUEUE_FULL' } });
  const all: string[] = [];
  for await (const markdown of convertAll(
    Array.from({ length: 20 }, (_, i) => `<b>${i}</b>`),
    { rules },
  ))
    all.push(markdown);
  expect(all).toEqual(Array.from({ length: 20 }, (_, i) => String(i)));
});

test('close waits for what rules still think about, and refuses what comes after', async () => {
  const own = load();
  let answer: (markdown: string) => void = () => undefined;
  const thinks = [
    rule(
      'b',
      () =>
        new Promise<string>((resolve) => {
          answer = resolve;
        }),
    ),
  ];
  let closed = false;
  const call = own.convert('<b>x</b>', { rules: thinks });
  const initial = answer;
  while (answer === initial) await setImmediate();
  const closing = own.close().then(() => {
    closed = true;
  });
  expect(await rejection(own.convert('<b>y</b>', { rules: thinks }))).toMatchObject({ code: 'ERR_CLOSED' });
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  expect(closed).toBe(false);
  answer('ebb');
  expect(await call).toBe('ebb');
  await closing;
});

test('bytes are copied when the call is made', async () => {
  const bytes = Buffer.from('<b>ebb</b>'.repeat(1000));
  const rules = [rule('b', async (content) => `${content} `)];
  const call = convert(bytes, { rules, encoding: 'utf-8' });
  bytes.fill(0);
  expect(await call).toBe('ebb '.repeat(1000).trim());
});

test('a very long text is handed over in parts', async () => {
  const text = `${'<p>tide and time '.repeat(100_000)}<b>é</b>`;
  const rules = [rule('b', (content) => `${content}!`)];
  const markdown = await new AsyncConverter({ rules }).convert(text);
  expect(markdown.endsWith('tide and time é!')).toBe(true);
  expect(await convert(text, { rules })).toBe(markdown);
});
