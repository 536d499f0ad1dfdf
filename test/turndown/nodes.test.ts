import { expect, test } from '@jest/globals';
import TurndownService from 'tidemark/turndown';

// What is read of a node, as any implementation of the DOM has it.
function element(localName: string, innerHTML: string, attributes = '') {
  const outerHTML = `<${localName}${attributes}>${innerHTML}</${localName}>`;
  return { nodeType: 1, nodeName: localName.toUpperCase(), localName, innerHTML, outerHTML, childNodes: [] };
}

const text = (nodeValue: string) => ({ nodeType: 3, nodeName: '#text', nodeValue });
const fragment = (...childNodes: object[]) => ({ nodeType: 11, nodeName: '#document-fragment', childNodes });
const documentOf = (...childNodes: object[]) => ({
  nodeType: 9,
  nodeName: '#document',
  childNodes: [],
  documentElement: { ...element('html', ''), childNodes },
});

const service = new TurndownService();

test.each([
  ['an element: what is in it', element('div', '<h1>a</h1>'), 'a\n='],
  ['a paragraph', element('p', '<b>a</b> b'), '**a** b'],
  ['a list, for the numbers of its items', element('ol', '<li>a</li><li>b</li>', ' start="3"'), '3.  a\n4.  b'],
  ['a list in a list', element('ul', '<li>a<ul><li>b</li></ul></li>'), '*   a\n    *   b'],
  ['a row', element('tr', '<td>a</td><td>b</td>'), 'a\n\nb'],
  ['a cell', element('td', '<i>a</i>'), '_a_'],
  ['part of a table', element('tbody', '<tr><td>a</td></tr>'), 'a'],
  ['preformatted text', element('pre', 'a\n  b'), 'a\n  b'],
  ['the code in it', element('pre', '<code>a\n  b</code>'), 'a\n  b'],
  ['a body', element('body', '<p>a</p>'), 'a'],
  ['a document', documentOf(element('head', '<title>t</title>'), element('body', '<p>a</p>b')), 't\n\na\n\nb'],
  ['a fragment', fragment(element('b', 'a'), text(' <b> & '), element('i', 'c')), '**a** <b> & _c_'],
])('%s', async (_, node, markdown) => {
  expect(service.turndown(node)).toBe(markdown);
  expect(await service.turndownAsync(node)).toBe(markdown);
});

test('rules see what is in it, and not itself', () => {
  const seen: string[] = [];
  const asking = new TurndownService().addRule('all', {
    filter: (node) => {
      seen.push(node.nodeName);
      return false;
    },
  });
  asking.turndown(element('tr', '<td><b>a</b></td>'));
  expect(seen).toEqual(['TD', 'B']);
});
