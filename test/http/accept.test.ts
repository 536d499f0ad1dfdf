import { expect, test } from '@jest/globals';
import Negotiator from 'negotiator';
import { prefersMarkdown } from 'tidemark/http';

test.each([
  ['text/markdown'],
  ['TEXT/Markdown'],
  ['text/markdown, */*'],
  ['text/markdown, text/html, */*'],
  ['text/markdown,text/html;q=0.9'],
  ['text/html;q=0.5, text/markdown;q=0.7'],
  ['text/html;q=0, text/markdown;q=0.001'],
  ['text/markdown;q=0.5, */*;q=0.1'],
  ['text/*;q=0.4, text/markdown;q=0.5'],
  ['text/markdown; charset=utf-8; q=1.000, text/html ; q = 0.9'],
  ['text/x;a="\\", text/html", text/markdown'],
  [',, text/markdown ,'],
])('%s asks for Markdown', (accept) => {
  expect(prefersMarkdown(accept)).toBe(true);
});

test.each([
  [undefined],
  [null],
  [''],
  ['*/*'],
  ['text/*'],
  ['text/html, */*;q=0.8'],
  ['text/html, text/markdown'],
  ['text/html, text/markdown;q=0.9'],
  ['text/markdown;q=0'],
  ['text/markdown;q=0.000, */*'],
  ['text/markdown;q=0.1, */*;q=0.2'],
  ['text/markdown;q=0.1, text/*;q=0.2, */*;q=0'],
  ['text/markdown;q=much'],
  ['text/markdown;q=2'],
  ['text/markdown;q=-1'],
  ['text/markdown-x'],
  ['x-text/markdown'],
  ['text/x;a=", text/markdown"'],
  ['text/html;level="1;q=0", text/markdown;q=0.9'],
  ['application/json, text/html;q=0.5, */*'],
])('%s does not', (accept) => {
  expect(prefersMarkdown(accept)).toBe(false);
});

// The same as a library of content negotiation, where Markdown is named.
test('it is what RFC 9110 has it to be', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const types = ['text/html', 'text/markdown', 'text/*', '*/*', 'application/json', 'text/plain', 'image/*'];
  const weights = ['', '', ';q=0', ';q=0.3', '; q=0.8', ';q=0.801', ';q=1', ';Q=0.5'];
  let asked = 0;
  for (let i = 0; i < 20_000; i++) {
    const names = types.filter(() => random(3) > 0).sort(() => random(3) - 1);
    if (!names.includes('text/markdown')) continue;
    const accept = names.map((name) => name + weights[random(weights.length)]).join(random(2) ? ',' : ', ');
    const [best] = new Negotiator({ headers: { accept } } as never).mediaTypes(['text/html', 'text/markdown']);
    const isNamed = !/text\/markdown; ?q=0(,|$)/i.test(accept);
    expect({ accept, asks: prefersMarkdown(accept) }).toEqual({ accept, asks: isNamed && best === 'text/markdown' });
    if (best === 'text/markdown') asked++;
  }
  expect(asked).toBeGreaterThan(1000);
});

// Where it took more than that, this would not end.
test.each([
  ['"', false],
  [',', true],
  [';', true],
  ['\\', false],
  [',text/html;q=0', true],
  [';q="', false],
])('a long header takes as long as it is long: %s', (piece, asks) => {
  const accept = `text/markdown${piece.repeat(100_000)}`;
  expect(prefersMarkdown(accept)).toBe(asks);
  expect(prefersMarkdown(`text/html, text/markdown;q=${' '.repeat(100_000)}x`)).toBe(false);
});
