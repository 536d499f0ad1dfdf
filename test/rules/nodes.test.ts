import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convertSync, type ElementView } from 'tidemark';
import { node, root } from '../support/child';
import { thrown } from '../support/pool';

/** Calls `look` with the first element of a document that matches. */
function withElement(html: string, selector: string, look: (node: ElementView) => void): void {
  let looked = false;
  const replacement = (_: string, node: ElementView) => {
    if (!looked) look(node);
    looked = true;
    return '';
  };
  convertSync(html, { rules: [{ selector, replacement }], hidden: 'keep' });
  expect(looked).toBe(true);
}

const page =
  '<body class="a B  a">x<p ID=p title="&lt;x&gt; &quot;q&quot;" title=y>one &amp; <b>two</b>\n</p><ul><li>1</li><li>2</li></ul>' +
  '<svg viewbox="0 0 1 1" xlink:href=#><lineargradient></lineargradient></svg><pre>x&nbsp;&lt;y</pre>';

test('names and attributes are those of the DOM', () => {
  withElement(page, 'body', (body) => {
    expect([body.nodeType, body.nodeName, body.tagName, body.localName]).toEqual([1, 'BODY', 'BODY', 'body']);
    expect([body.className, [...body.classList], body.classList.contains('B'), body.classList.contains('b')]).toEqual([
      'a B  a',
      ['a', 'B'],
      true,
      false,
    ]);
    const p = body.querySelector('p') as ElementView;
    expect([p.id, p.getAttribute('TITLE'), p.hasAttribute('id'), p.getAttribute('x'), p.getAttributeNames()]).toEqual([
      'p',
      '<x> "q"',
      true,
      null,
      ['id', 'title'],
    ]);
    expect(p.attributes.length).toBe(2);
    expect(p.attributes[1]).toEqual({ name: 'title', value: '<x> "q"' });
    expect(p.attributes.getNamedItem('ID')).toEqual({ name: 'id', value: 'p' });
    const svg = body.querySelector('svg') as ElementView;
    expect([svg.nodeName, svg.getAttribute('viewBox'), svg.firstElementChild?.nodeName]).toEqual([
      'svg',
      '0 0 1 1',
      'linearGradient',
    ]);
  });
});

test('relatives are those of the DOM, and always the same objects', () => {
  withElement(page, 'p', (p) => {
    expect(p.parentNode).toBe(p.parentElement);
    expect(p.parentElement?.querySelector('#p')).toBe(p);
    expect([p.previousSibling?.nodeName, p.previousSibling?.nodeValue, p.previousSibling?.nodeType]).toEqual([
      '#text',
      'x',
      3,
    ]);
    expect([p.nodeValue, p.previousElementSibling]).toEqual([null, null]);
    expect(p.nextElementSibling?.children.length).toBe(2);
    expect(Array.from(p.childNodes, (node) => [node.nodeName, node.textContent])).toEqual([
      ['#text', 'one & '],
      ['B', 'two'],
      ['#text', '\n'],
    ]);
    expect([p.firstChild, p.lastChild]).toEqual([p.childNodes[0], p.childNodes.item(2)]);
    expect(p.lastChild?.previousSibling).toBe(p.children[0]);
    expect([p.childElementCount, p.children.item(1), p.hasChildNodes(), p.firstChild?.hasChildNodes()]).toEqual([
      1,
      null,
      true,
      false,
    ]);
    expect([p.contains(p.firstChild), p.contains(p.parentNode), p.contains(null)]).toEqual([true, false, false]);
    expect(p.ownerDocument?.nodeType).toBe(9);
    expect(p.ownerDocument?.parentNode).toBeNull();
    expect(p.textContent).toBe('one & two\n');
    expect(p.ownerDocument?.textContent).toBeNull();
  });
});

test('nodes cannot be changed', () => {
  withElement(page, 'p', (p) => {
    const wrong = p as unknown as Record<string, unknown>;
    for (const name of ['textContent', 'innerHTML', 'className', 'parentNode']) {
      expect(
        thrown(() => {
          wrong[name] = 'x';
        }),
      ).toBeInstanceOf(TypeError);
    }
    expect(thrown(() => (p.childNodes as unknown as unknown[]).push(p))).toBeInstanceOf(TypeError);
    expect(
      thrown(() => {
        (p.children as unknown as unknown[])[0] = p;
      }),
    ).toBeInstanceOf(TypeError);
    expect(
      thrown(() => {
        (p.classList as { value: string }).value = 'x';
      }),
    ).toBeInstanceOf(TypeError);
    expect(p.outerHTML).toBe('<p id="p" title="<x> &quot;q&quot;">one &amp; <b>two</b>\n</p>');
  });
});

test('they outlive their conversion', () => {
  let kept: ElementView | undefined;
  withElement(page, 'ul', (ul) => {
    kept = ul;
  });
  convertSync('<p>another'.repeat(1000));
  expect(kept?.outerHTML).toBe('<ul><li>1</li><li>2</li></ul>');
  expect(kept?.querySelector('li + li')?.textContent).toBe('2');
});

// Comments are not in the tree. parse5 has the rules for <select> that the standard had until 2025, and what is in <noscript> and <template> as text and apart.
const golden = join(root, 'core/testdata/golden');
const documents = readdirSync(golden, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => readFileSync(join(golden, name)))
  .filter((source) => !/<!-|<select|<noscript|<template|<frameset|srcdoc/i.test(source.toString()))
  .map((source) => source.toString());

test('HTML is what parse5 writes of the same document', () => {
  const sources = [
    page,
    '<p>a<table><b>b<tr><td>c</b>d</table><math><mi xlink:href=a definitionurl=b>e</math>',
    ...documents,
  ];
  const { stdout } = node([join(__dirname, 'body-html.mjs')], {}, JSON.stringify(sources));
  const expected: string[] = JSON.parse(stdout);
  for (const [i, source] of sources.entries()) {
    withElement(source, 'body', (body) => expect(body.outerHTML).toBe(expected[i]));
  }
});

const selectors = [
  '*',
  'p',
  'li:nth-child(2n+1)',
  'li:nth-last-child(2)',
  ':nth-of-type(2)',
  ':nth-child(2 of li, p)',
  'p > b',
  'p b',
  'li + li',
  'li ~ li',
  'p:has(b)',
  'ul:has(> li + li)',
  ':not(p, li)',
  ':is(p, ul) > *',
  '[title]',
  '[title*="q"]',
  '[title^="<"]',
  '[title$=x i]',
  '[class~=a]',
  '[lang|=en]',
  ':empty',
  ':first-child:last-child',
  ':only-of-type',
  ':root',
  ':lang(en)',
  ':lang("de-*")',
  'a:any-link',
  '.a.B',
  '#p',
  'svg *',
  'linearGradient',
  'LINEARGRADIENT',
  '*|p',
  ':where(h1, h2, h3) + p',
  ':hover',
  'td:last-child',
  'a[href^=http i]',
];

describe('selectors match here what they match in the engine', () => {
  test.each(selectors)('%s', (selector) => {
    for (const source of [page, ...documents.slice(0, 120)]) {
      const matched = new Set<string>();
      const place = (node: ElementView) => {
        const steps: number[] = [];
        for (let at: ElementView | null = node; at !== null; at = at.parentElement) {
          let index = 0;
          for (let before = at.previousElementSibling; before !== null; before = before.previousElementSibling) index++;
          steps.push(index);
        }
        return steps.join();
      };
      const engine = new Set<string>();
      const rules = [
        {
          selector,
          replacement: (_: string, node: ElementView) => {
            engine.add(place(node));
            if (node.matches(selector)) matched.add(place(node));
            return null;
          },
        },
        {
          selector: '*',
          replacement: (_: string, node: ElementView) => {
            if (node.matches(selector)) matched.add(place(node));
            return null;
          },
        },
      ];
      convertSync(source, { rules, hidden: 'keep' });
      expect([...matched].sort()).toEqual([...engine].sort());
    }
  });
});

test('closest, and queries within an element', () => {
  withElement('<main><section id=s><div><p id=a>x<p class=k>y</div></section></main>', 'div', (div) => {
    expect(div.closest('section')?.id).toBe('s');
    expect(div.closest('div')).toBe(div);
    expect(div.closest('table')).toBeNull();
    expect(Array.from(div.querySelectorAll(':scope > p'), (p) => p.className)).toEqual(['', 'k']);
    expect(div.querySelectorAll('section p').length).toBe(2);
    expect(div.querySelector('section')).toBeNull();
    expect(div.getElementsByTagName('P').length).toBe(2);
    expect(div.getElementsByTagName('*').length).toBe(2);
    expect(thrown(() => div.matches('p >'))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(thrown(() => div.matches(':dir(ltr)'))).toMatchObject({ code: 'ERR_INVALID_ARG' });
  });
});

describe('all that match are those that match one by one', () => {
  const more = [
    'div:has(b) p',
    ':has(> b)',
    ':has(b + i)',
    ':has(~ p)',
    ':not(:has(p b))',
    'p ~ div b',
    'div div:has(div:has(b)) i',
    ':nth-last-of-type(2n) b',
    ':is(div p, b ~ i)',
    ':lang(en) b',
    ':lang(de)',
  ];
  // Elements at random, in each other and beside each other: always the same ones.
  const random = (seed: number) => {
    let state = seed;
    const pick = (count: number) => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return (state >> 8) % count;
    };
    const pieces = [
      '<div>',
      '<div lang=en>',
      '<div lang=de>',
      '</div>',
      '</div>',
      '<p>',
      '<b>',
      '</b>',
      '<i>x</i>',
      'y',
    ];
    return Array.from({ length: 120 }, () => pieces[pick(pieces.length)]).join('');
  };
  const sources = [page, ...Array.from({ length: 40 }, (_, seed) => random(seed + 1)), ...documents.slice(0, 40)];

  test.each([...selectors, ...more])('%s', (selector) => {
    for (const source of sources) {
      withElement(source, 'body', (body) => {
        const one = Array.from(body.getElementsByTagName('*')).filter((node) => node.matches(selector));
        expect(Array.from(body.querySelectorAll(selector), (node) => one.indexOf(node))).toEqual([...one.keys()]);
      });
    }
  });
});

// With time that grows with the square of their number they would take most of an hour.
const some = 200_000;
test.each<[string, Record<string, number>]>([
  [
    '<p>a</p>',
    {
      'p:nth-child(2n)': some / 2,
      'p:nth-last-of-type(2n)': some / 2,
      ':nth-child(2n of p)': some / 2,
      'p:last-child': 1,
      'b ~ p': 0,
      'p:has(~ b)': 0,
    },
  ],
  [
    '<div>',
    {
      'div:not(b div)': some,
      ':is(div div b, div)': some,
      'b div': 0,
      'div:has(b)': 0,
      'div:has(b) div': 0,
      'div:lang(en)': 0,
    },
  ],
])('many elements are looked through once: %s', (piece, counts) => {
  withElement(`<main>${piece.repeat(some)}</main>`, 'main', (main) => {
    const found = Object.keys(counts).map((selector) => [selector, main.querySelectorAll(selector).length]);
    expect(Object.fromEntries(found)).toEqual(counts);
  });
});
