// What cannot be converted, or not so, with the error that it must give, from both kinds of call.
import assert from 'node:assert/strict';

const wrong = [
  [5, {}, 'ERR_INVALID_ARG'],
  [null, undefined, 'ERR_INVALID_ARG'],
  ['<p>', 'atx', 'ERR_INVALID_ARG'],
  ['<p>', { headinStyle: 'atx' }, 'ERR_INVALID_OPTION'],
  ['<p>', { wrap: -1 }, 'ERR_INVALID_OPTION'],
  ['<p>', { gfm: { tables: 'yes' } }, 'ERR_INVALID_OPTION'],
  ['<p>'.repeat(100), { maxInputBytes: 100 }, 'ERR_INPUT_TOO_LARGE'],
  ['<p>ebb'.repeat(100), { maxOutputBytes: 100 }, 'ERR_INPUT_TOO_LARGE'],
  ['<b>'.repeat(200), { maxDepth: 100 }, 'ERR_INPUT_TOO_LARGE'],
  [Buffer.from('<p>'), { encoding: 'utf-5' }, 'ERR_INVALID_OPTION'],
];

export default async function invalid({ tidemark, random, call }) {
  const [html, options, code] = random.pick(wrong);
  await assert.rejects(
    call(() => tidemark.convert(html, options)),
    { code },
  );
  assert.throws(() => tidemark.convertSync(html, options), { code });
}
