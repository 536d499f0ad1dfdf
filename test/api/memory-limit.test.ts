import { afterEach, expect, test } from '@jest/globals';
import { configure, convert, convertAll, convertSync, stats } from 'tidemark';
import { rejection, restorePool, thrown } from '../support/pool';

const megabyte = 2 ** 20;
const document = 'ebb '.repeat(megabyte / 4);

afterEach(async () => {
  configure({ memoryLimit: 0 });
  await restorePool();
});

test('a document that could never have enough is refused', async () => {
  configure({ memoryLimit: 8 * megabyte });
  expect(stats().memoryLimit).toBe(8 * megabyte);
  const refusal = { code: 'ERR_INPUT_TOO_LARGE', message: expect.stringContaining('memoryLimit') };
  expect(await rejection(convert('x'.repeat(megabyte)))).toMatchObject(refusal);
  expect(await rejection(convert(new Uint8Array(megabyte)))).toMatchObject(refusal);
  expect(thrown(() => convertSync('x'.repeat(megabyte)))).toMatchObject(refusal);
  expect(await rejection(convert('<p>'.repeat(megabyte / 20)))).toMatchObject(refusal); // it is not the bytes alone
  expect(await convert('ebb')).toBe('ebb');
  expect(convertSync('flow')).toBe('flow');
});

// Beside the copy of a document there is no room for its conversion, though there was before it was copied.
test('a document that never has room once it is copied is refused, too, and convertAll does not wait for it', async () => {
  configure({ memoryLimit: 9 * megabyte + 4096 });
  const refusal = { code: 'ERR_INPUT_TOO_LARGE', message: expect.stringContaining('memoryLimit') };
  expect(await rejection(convert(document))).toMatchObject(refusal);
  expect(thrown(() => convertSync(document))).toMatchObject(refusal);
  for await (const settled of convertAll([document], { errors: 'settle' })) {
    expect(settled).toMatchObject({ status: 'rejected', reason: refusal });
  }
});

test('what was let in is converted, one after the other if need be', async () => {
  const documents = Array.from({ length: 50 }, (_, i) => `<p>${'ebb '.repeat(50_000)}${i}`);
  configure({ memoryLimit: 50 * megabyte });
  const settled = await Promise.all(documents.map((html) => convert(html)));
  expect(settled.every((markdown, i) => markdown.endsWith(` ${i}`))).toBe(true);
});

test('convertAll waits where there is no room for a document', async () => {
  configure({ memoryLimit: 12 * megabyte });
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
