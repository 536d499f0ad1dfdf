import { totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { configure, convert, convertAll, convertSync, stats } from 'tidemark';
import { nodeScript } from '../support/child';
import { rejection, restorePool, thrown } from '../support/pool';

const megabyte = 2 ** 20;
const document = 'ebb '.repeat(megabyte / 4);

// Jest runs other files in this process, whose results may be held for ever.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
let held = 0;

beforeEach(() => {
  collect();
  held = stats().memoryHeld;
});

afterEach(async () => {
  configure({ memoryLimit: 0 });
  await restorePool();
});

const refusal = { code: 'ERR_INPUT_TOO_LARGE', message: expect.stringContaining('memoryLimit') };

test('a document that could never have enough is refused before it is copied', async () => {
  configure({ memoryLimit: held + megabyte });
  expect(stats().memoryLimit).toBe(held + megabyte);
  expect(await rejection(convert('x'.repeat(megabyte)))).toMatchObject(refusal);
  expect(await rejection(convert(new Uint8Array(megabyte)))).toMatchObject(refusal);
  expect(thrown(() => convertSync('x'.repeat(megabyte)))).toMatchObject(refusal);
  for await (const settled of convertAll([document], { errors: 'settle' })) {
    expect(settled).toMatchObject({ status: 'rejected', reason: refusal });
  }
  expect(await convert('ebb')).toBe('ebb');
  expect(convertSync('flow')).toBe('flow');
});

// 166 KB that make 200 MB of Markdown: each line begins with 10,000 markers.
const amplified = `${'<blockquote>'.repeat(10_000)}${'x<br>'.repeat(10_000)}`;

test.each([
  ['Markdown', amplified],
  ['elements', '<b>'.repeat(megabyte)],
  ['elements that are opened again', '<p><b><i>tide '.repeat(megabyte / 7)],
  ['links', '<a href=/tide>t'.repeat(megabyte / 7)],
  ['cells', `<table>${'<td>t'.repeat(megabyte / 2)}</table>`],
  ['attributes', `<p ${Array.from({ length: megabyte / 2 }, (_, i) => `a${i}=1`).join(' ')}>`],
])('a conversion ends where its %s find no room', async (_, html) => {
  configure({ memoryLimit: held + 12 * megabyte });
  expect(await rejection(convert(html))).toMatchObject(refusal);
  expect(await rejection(convert(Buffer.from(html)))).toMatchObject(refusal);
  expect(thrown(() => convertSync(html))).toMatchObject(refusal);
  expect(stats()).toMatchObject({ memoryHeld: held, nativeBytes: 0 });
  expect(await convert('ebb')).toBe('ebb');
});

// Each takes more than half of the limit.
test('what was let in is converted, one after the other if need be', async () => {
  const documents = Array.from({ length: 8 }, (_, i) => `<p>${'<b>ebb '.repeat(60_000)}${i}`);
  configure({ memoryLimit: 0 });
  const wanted = documents.map((html) => convertSync(html));
  configure({ memoryLimit: held + 12 * megabyte });
  expect(await rejection(convert(Buffer.from(documents[0] as string)))).toMatchObject(refusal);
  configure({ memoryLimit: held + 24 * megabyte });
  for (let round = 0; round < 3; round++) {
    expect(await Promise.all(documents.map((html) => convert(Buffer.from(html))))).toEqual(wanted);
  }
  expect(convertSync(documents[0] as string)).toBe(wanted[0]);
});

test('results that JavaScript does not hold any more make room', async () => {
  configure({ memoryLimit: held + 16 * megabyte });
  for (let i = 0; i < 100; i++) expect(await convert(document)).toHaveLength(document.length - 1);
});

test('without a word from anybody there is a limit, by the memory of the machine', () => {
  const { status, stdout } = nodeScript('console.log(require("tidemark").stats().memoryLimit)');
  expect(status).toBe(0);
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThan(totalmem());
});

test('convertAll waits where there is no room for a document', async () => {
  configure({ memoryLimit: held + 12 * megabyte });
  let count = 0;
  for await (const markdown of convertAll(Array(5).fill(document))) {
    expect(markdown.length).toBe(document.length - 1);
    count++;
  }
  expect(count).toBe(5);
});

test('no limit again', async () => {
  configure({ memoryLimit: 1 });
  configure({ memoryLimit: 0 });
  expect(await convert('ebb')).toBe('ebb');
  expect(stats().memoryLimit).toBe(0);
});
