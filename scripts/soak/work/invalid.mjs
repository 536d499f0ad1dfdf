// What cannot be converted, or not so, with the error that it must give, from both kinds of call.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';

const wrong = [
  [5, {}, 'ERR_INVALID_ARG'],
  [null, undefined, 'ERR_INVALID_ARG'],
  ['<p>', 'atx', 'ERR_INVALID_ARG'],
  ['<p>', { headinStyle: 'atx' }, 'ERR_INVALID_OPTION'],
  ['<p>', { wrap: -1 }, 'ERR_INVALID_OPTION'],
  ['<p>', { gfm: { tables: 'yes' } }, 'ERR_INVALID_OPTION'],
  ['<p>'.repeat(100), { maxInputBytes: 100 }, 'ERR_INPUT_TOO_LARGE'],
  ['<p>ebb'.repeat(100), { maxOutputBytes: 100 }, 'ERR_INPUT_TOO_LARGE'],
  ['<ul><li>'.repeat(200), { maxDepth: 100 }, 'ERR_INPUT_TOO_LARGE'],
  [Buffer.from('<p>'), { encoding: 'utf-5' }, 'ERR_INVALID_OPTION'],
];

export default async function invalid({ tidemark, random, call }) {
  const [html, options, code] = random.pick(wrong);
  const otherwise = `${code} was expected for ${inspect(options)}`;
  await assert.rejects(
    call(() => tidemark.convert(html, options)),
    { code },
    otherwise,
  );
  assert.throws(() => tidemark.convertSync(html, options), { code }, otherwise);
}
