// Options of all kinds, in converters that are made, used by several calls at once, and left to the garbage collector.
import assert from 'node:assert/strict';

const choices = {
  headingStyle: ['atx', 'setext'],
  codeBlockStyle: ['fenced', 'indented'],
  linkStyle: ['inlined', 'referenced'],
  html: ['keep', 'drop'],
  tables: ['auto', 'html'],
  images: ['keep', 'alt', 'drop'],
  gfm: [true, false, { tables: false }],
  wrap: [0, 40, 80],
  escape: ['smart', 'none'],
};

export default async function converters({ tidemark, random, document, call }) {
  const options = Object.fromEntries(
    Object.entries(choices)
      .filter(() => random.chance(0.5))
      .map(([name, values]) => [name, random.pick(values)]),
  );
  const converter = new tidemark.AsyncConverter(options);
  const { text } = document(30_000);
  const expected = new tidemark.Converter(options).convert(text);
  const calls = Array.from({ length: 1 + random.below(8) }, () => call(() => converter.convert(text)));
  for (const markdown of await Promise.all(calls)) assert.equal(markdown, expected);
}
