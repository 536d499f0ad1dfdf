// Documents that are handed over, and Markdown that is bytes: of calls that are aborted or dropped too, in iterations and streams. Some of it is kept for a
// while, and some moved to another buffer.
import assert from 'node:assert/strict';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export default async function bytes({ tidemark, random, document, wait, call, check }) {
  const given = { encoding: 'utf-8', output: 'bytes' };
  const handedOver = () => {
    const { text, ...page } = document(random.chance(0.05) ? 4_000_000 : 200_000);
    return { page, html: new TextEncoder().encode(text) };
  };
  const controller = new AbortController();
  const { signal } = controller;
  const calls = Array.from({ length: random.spread(1, 50) }, async () => {
    const { page, html } = handedOver();
    const transfer = random.chance(0.8);
    const kept = html.length;
    try {
      const made = call(() => tidemark.convert(html, { ...given, transfer, signal }));
      assert.equal(html.length, transfer ? 0 : kept, 'a document was not handed over as it should');
      const markdown = await made;
      if (random.chance(0.1)) await wait(random.below(20));
      check(page, decoder.decode(random.chance(0.1) ? structuredClone(markdown) : markdown));
    } catch (error) {
      if (!signal.aborted || error !== signal.reason) throw error;
    }
  });
  const { page, html } = handedOver();
  check(page, decoder.decode(tidemark.convertSync(html, given)));
  await streams({ tidemark, random, page, html, call, check });
  if (random.chance(0.3)) controller.abort();
  await Promise.all(calls);
}

async function streams({ tidemark, random, page, html, call, check }) {
  const converter = new tidemark.AsyncConverter({ encoding: 'utf-8' });
  const pieces = [];
  const length = random.spread(1000, 100_000);
  for (let i = 0; i < html.length; i += length) pieces.push(html.subarray(i, i + length));
  const ways = {
    iteration: () => converter.convertStream(pieces, { output: 'bytes' }),
    web: () => ReadableStream.from(pieces).pipeThrough(converter.webStream({ output: 'bytes' })),
    node: () => {
      const stream = converter.stream();
      for (const piece of pieces) stream.write(piece);
      return stream.end();
    },
  };
  const way = random.pick(Object.keys(ways));
  const markdown = await call(async () => {
    let text = '';
    const ofPieces = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    for await (const part of ways[way]()) {
      assert.ok(part instanceof Uint8Array, `${way} gave no bytes`);
      text += ofPieces.decode(part, { stream: true });
    }
    return text + ofPieces.decode();
  });
  check(page, markdown);
}
