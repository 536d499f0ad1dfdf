// Turndown's class: with rules or without, which answer at once or late, throw, or convert; aborted now and then. Both of its ways give the same.
import assert from 'node:assert/strict';
import TurndownService from 'tidemark/turndown';

const filters = [
  'a',
  ['p', 'li'],
  (node) => node.nodeName === 'DIV' || node.isBlank,
  (node) => node.childNodes.length > 3,
];

export default async function turndown({ random, document, wait, call }) {
  const { text } = document(30_000);
  const fault = new Error('a replacement that throws');
  const replacement = random.pick([
    (content) => `(${content})`,
    (content, node) => `${node.nodeName}${content}${node.parentNode.nodeName}`,
    (_content, node) => new TurndownService().turndown(node.innerHTML),
    () => raise(fault),
  ]);
  const make = (change) => {
    const service = new TurndownService({ linkStyle: 'referenced' });
    return change ? service.addRule('rule', { filter, replacement: change }) : service;
  };
  const filter = random.pick(filters);
  const change = random.chance(0.7) ? replacement : undefined;
  const late = change && random.chance(0.3) ? (...told) => wait(random.below(3)).then(() => change(...told)) : change;
  const controller = new AbortController();
  if (random.chance(0.3)) wait(random.spread(1, 20)).then(() => controller.abort());
  const { signal } = controller;
  const expected = attempt(() => make(change).turndown(text));
  try {
    assert.equal(await call(() => make(late).turndownAsync(text, { signal })), expected);
  } catch (error) {
    if (signal.aborted && error === signal.reason) return;
    if (error.code !== 'ERR_RULE' || error.cause !== expected) throw error;
  }
}

function attempt(run) {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

function raise(error) {
  throw error;
}
