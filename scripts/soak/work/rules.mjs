// Calls with rules that answer, late or at once, throw, hang, return what they must not, and convert; the documents come whole and in
// pieces. Those that leave every element to the engine give the usual Markdown.
import assert from 'node:assert/strict';

const selectors = ['a', 'p', 'b, strong, em', 'li', 'div, section', 'td', '*'];

export default async function rules({ tidemark, random, document, wait, call, check }) {
  const { html, text, ...page } = document(30_000);
  const controller = new AbortController();
  const { signal } = controller;
  const fault = new Error('a rule that throws');
  const selector = random.pick(selectors);
  const late = random.chance(0.5);
  const ways = {
    leaves: () => (late ? wait(random.below(5)).then(() => null) : null),
    throws: () => (late ? Promise.reject(fault) : raise(fault)),
    hangs: () => new Promise(() => undefined),
    confuses: () => 5,
    converts: (_, node) => (late ? tidemark.convert(node.innerHTML, { signal }) : tidemark.convertSync(node.innerHTML)),
  };
  const way = random.pick(Object.keys(ways));
  let asked = 0;
  const replacement = (...told) => {
    asked++;
    return ways[way](...told);
  };
  const options = { ...page.options, rules: [{ selector, replacement }] };
  if (way === 'hangs' || way === 'converts') wait(random.spread(1, 50)).then(() => controller.abort());
  try {
    const markdown = await call(() => convert(tidemark, random, html, options, signal));
    if (way === 'leaves' || asked === 0) check(page, markdown);
    else assert.equal(way, 'converts', `a rule that ${way} gave Markdown`);
  } catch (error) {
    if (error === signal.reason && signal.aborted) return;
    if (way === 'converts' && error.cause === signal.reason) return;
    if (way !== 'throws' && way !== 'confuses') throw error;
    assert.equal(error.code, 'ERR_RULE');
    assert.equal(error.selector, selector);
    assert.equal(error.cause, way === 'throws' ? fault : undefined);
  }
}

async function convert(tidemark, random, html, options, signal) {
  if (random.chance(0.6)) return tidemark.convert(html, { ...options, signal });
  const converter = new tidemark.AsyncConverter(options);
  let markdown = '';
  for await (const part of converter.convertStream(cut(random, html), { signal })) markdown += part;
  return markdown;
}

function* cut(random, html) {
  for (let start = 0; start < html.length; ) {
    const end = start + random.spread(1, 20_000);
    yield html.slice(start, end);
    start = end;
  }
}

function raise(error) {
  throw error;
}
