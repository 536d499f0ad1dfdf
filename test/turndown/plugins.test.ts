import { describe, expect, test } from '@jest/globals';
import * as joplin from '@joplin/turndown-plugin-gfm';
import TurndownService from 'tidemark/turndown';
import * as gfm from 'turndown-plugin-gfm';

const headed =
  '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>';

describe('turndown-plugin-gfm', () => {
  const service = new TurndownService().use(gfm.gfm);

  test.each([
    ['<del>a</del> <s>b</s> <strike>c</strike>', '~a~ ~b~ ~c~'],
    ['<ul><li><input type=checkbox checked>a</li><li><input type=checkbox>b</li></ul>', '*   [x] a\n*   [ ] b'],
    ['<div class="highlight highlight-source-js"><pre>a\nb</pre></div>', '```js\na\nb\n```'],
    [headed, '| a | b |\n| --- | --: |\n| 1 | 2 |'],
    ['<table><tr><td>a</td></tr></table>', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
    ['<table> <thead> </thead> <tbody><tr><th>a</th></tr><tr><td></td></tr></tbody></table>', '| a |\n| --- |\n|  |'],
  ])('%s', (html, markdown) => expect(service.turndown(html)).toBe(markdown));

  test('asks by levels what is not to hold the event loop', async () => {
    const html = `<div>${headed}<ul><li><input type=checkbox>a<del>b</del></li></ul></div>`;
    expect(await service.turndownAsync(html)).toBe(service.turndown(html));
  });

  test('offers its parts', () => {
    expect(new TurndownService().use(gfm.strikethrough).turndown(`<del>a</del>`)).toBe('~a~');
    expect(new TurndownService().use([gfm.taskListItems, gfm.tables]).turndown('<del>a</del>')).toBe('a');
  });
});

describe('@joplin/turndown-plugin-gfm', () => {
  const service = new TurndownService().use(joplin.gfm);

  test.each([
    ['<del>a</del>', '~~a~~'],
    ['<ul><li><label><input type=checkbox checked>a</label></ul>', '*   [x] a'],
    [headed, '| a   | b   |\n| --- | ---: |\n| 1   | 2   |'],
    [
      '<table><tr><td>a|b<td>c<tr><td colspan=2>d</table>',
      '|     |     |\n| --- | --- |\n| a\\|b | c   |\n| d   |     |',
    ],
    [
      '<table><caption>x</caption><tr><th style="text-align:center">a<th>b</table>',
      'x\n\n|     |     |\n| :---: | --- |\n| a   | b   |',
    ],
    ['<table><tr><td>a</table>', 'a'],
    [
      '<table><tr><td><ul><li>a</ul></table>',
      '<div class="joplin-table-wrapper"><table><tbody><tr><td><ul><li>a</li></ul></td></tr></tbody></table></div>',
    ],
  ])('%s', (html, markdown) => expect(service.turndown(html)).toBe(markdown));
});
