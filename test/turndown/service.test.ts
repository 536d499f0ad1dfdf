import { describe, expect, test } from '@jest/globals';
import { ConvertError } from 'tidemark';
import TurndownService from 'tidemark/turndown';

const turndown = (html: string, options?: TurndownService.Options) => new TurndownService(options).turndown(html);

describe('options', () => {
  test.each<[TurndownService.Options, string, string]>([
    [{}, '<h1>a</h1><h2>b</h2>', 'a\n=\n\nb\n-'],
    [{ headingStyle: 'atx' }, '<h1>a</h1>', '# a'],
    [{}, 'a<hr>b', 'a\n\n* * *\n\nb'],
    [{ hr: '---' }, '<hr>', '---'],
    [{}, '<ul><li>a<li>b</ul>', '*   a\n*   b'],
    [{ bulletListMarker: '-' }, '<ul><li>a</ul>', '-   a'],
    [{}, '<pre><code>a\nb</code></pre>', '    a\n    b'],
    [{ codeBlockStyle: 'fenced' }, '<pre><code class="language-js">a</code></pre>', '```js\na\n```'],
    [{ codeBlockStyle: 'fenced', fence: '~~~' }, '<pre><code>a</code></pre>', '~~~\na\n~~~'],
    [{}, '<em>a</em> <strong>b</strong>', '_a_ **b**'],
    [{ emDelimiter: '*', strongDelimiter: '__' }, '<em>a</em> <strong>b</strong>', '*a* __b__'],
    [{}, '<a href="/u" title="t">a</a>', '[a](/u "t")'],
    [{ linkStyle: 'referenced' }, '<a href="/u">a</a>', '[a][1]\n\n[1]: /u'],
    [{ linkStyle: 'referenced', linkReferenceStyle: 'collapsed' }, '<a href="/u">a</a>', '[a][]\n\n[a]: /u'],
    [{ linkStyle: 'referenced', linkReferenceStyle: 'shortcut' }, '<a href="/u">a</a>', '[a]\n\n[a]: /u'],
    [{}, 'a<br>b', 'a  \nb'],
    [{ br: '\\' }, 'a<br>b', 'a\\\nb'],
    [{}, '<code> a  b </code>', '`a b`'],
    [{ preformattedCode: true }, '<code> a  b </code>', '`  a  b  `'],
  ])('%j', (options, html, markdown) => expect(turndown(html, options)).toBe(markdown));

  test('are read when a document is converted', () => {
    const service = new TurndownService();
    service.options.hr = '---';
    expect(service.turndown('<hr>')).toBe('---');
  });

  test('may have values that are not documented, with the effect that they have in Turndown', () => {
    const options = {
      hr: '',
      emDelimiter: '~',
      headingStyle: 'none',
      unknown: 1,
    } as unknown as TurndownService.Options;
    expect(turndown('a<hr><em>b</em><h1>c</h1>', options)).toBe('a\n\n~b~\n\n# c');
    expect(new TurndownService(options).options).toMatchObject({ unknown: 1 });
  });
});

describe('a service', () => {
  test('is made with or without new, and may be extended', () => {
    expect((TurndownService as unknown as () => TurndownService)()).toBeInstanceOf(TurndownService);
    class Shouting extends TurndownService {
      override escape(text: string): string {
        return super.escape(text).toUpperCase();
      }
    }
    expect(new Shouting().turndown('a*b <code>c*</code>')).toBe('A\\*B `c*`');
  });

  test('chains', () => {
    const service = new TurndownService();
    expect(service.addRule('a', { filter: 'a', replacement: () => '' })).toBe(service);
    expect(service.keep('u').remove('q').use([])).toBe(service);
  });

  test('has the rules of CommonMark by their names', () => {
    const { rules } = new TurndownService().options;
    expect(Object.keys(rules)).toEqual([
      'paragraph',
      'lineBreak',
      'heading',
      'blockquote',
      'list',
      'listItem',
      'indentedCodeBlock',
      'fencedCodeBlock',
      'horizontalRule',
      'inlineLink',
      'referenceLink',
      'emphasis',
      'strong',
      'code',
      'image',
    ]);
  });

  test('knows nothing of others', () => {
    new TurndownService().options.rules['strong'] = { filter: 'b', replacement: () => 'changed' };
    (new TurndownService().options.rules['emphasis'] as TurndownService.Rule).replacement = () => 'changed';
    expect(turndown('<b>a</b> <i>b</i>')).toBe('**a** _b_');
  });
});

describe('what is not right', () => {
  const thrown = (run: () => unknown) => {
    try {
      return run();
    } catch (error) {
      return error;
    }
  };

  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [5, '5'],
    [{}, '[object Object]'],
    [[], ''],
  ])('%p is no document', async (input, name) => {
    const service = new TurndownService();
    const message = `${name} is not a string, or an element/document/fragment node.`;
    expect(thrown(() => service.turndown(input as never))).toEqual(new TypeError(message));
    await expect(service.turndownAsync(input as never)).rejects.toEqual(new TypeError(message));
  });

  test('a plugin, a filter, a rule', () => {
    const service = new TurndownService();
    expect(thrown(() => service.use(1 as never))).toEqual(
      new TypeError('plugin must be a Function or an Array of Functions'),
    );
    const filter = new TypeError('`filter` needs to be a string, array, or function');
    service.addRule('a', { filter: 1 as never, replacement: () => '' });
    expect(thrown(() => service.turndown('<b>a</b>'))).toEqual(filter);
    expect(service.turndown('a')).toBe('a');
    expect(thrown(() => new TurndownService().keep(undefined as never).turndown('<u>a</u>'))).toEqual(filter);
    const bare = new TurndownService().addRule('a', { filter: 'b' });
    expect(thrown(() => bare.turndown('<b>a</b>'))).toEqual(new TypeError('rule.replacement is not a function'));
  });

  test('what a rule throws is thrown as it is, and is the cause of what turndownAsync rejects with', async () => {
    const mine = new RangeError('mine');
    const service = new TurndownService().addRule('a', {
      filter: 'b',
      replacement: () => {
        throw mine;
      },
    });
    expect(thrown(() => service.turndown('<b>a</b>'))).toBe(mine);
    const error = await service.turndownAsync('<p>\n<b>a</b>').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({ code: 'ERR_RULE', cause: mine });
  });
});

test('scripts and style sheets are left out, unless there is something to be done with them', () => {
  const html = 'a<script>b</script><style>c</style>';
  expect(turndown(html)).toBe('a');
  expect(new TurndownService().keep('script').turndown(html)).toBe('a<script>b</script>');
  const rule = { filter: 'style', replacement: (content: string) => `(${content})` };
  expect(new TurndownService().addRule('style', rule).turndown(html)).toBe('a(c)');
});
