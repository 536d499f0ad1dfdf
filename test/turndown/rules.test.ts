import { describe, expect, test } from '@jest/globals';
import TurndownService from 'tidemark/turndown';

type Element = Parameters<TurndownService.ReplacementFunction>[1];
const wrap =
  (left: string, right = left) =>
  (content: string) =>
    left + content + right;
const service = (options?: TurndownService.Options) => new TurndownService(options);

describe('filters', () => {
  test('are a name, some names or a function', () => {
    const mark = { replacement: wrap('!') };
    expect(
      service()
        .addRule('a', { filter: 'b', ...mark })
        .turndown('<b>a</b><i>b</i>'),
    ).toBe('!a!_b_');
    expect(
      service()
        .addRule('a', { filter: ['b', 'i'], ...mark })
        .turndown('<b>a</b><i>b</i>'),
    ).toBe('!a!!b!');
    const filter: TurndownService.FilterFunction = (node, options) => node.nodeName === 'B' && options.br === '  ';
    expect(
      service()
        .addRule('a', { filter, ...mark })
        .turndown('<b>a</b><i>b</i>'),
    ).toBe('!a!_b_');
    expect(
      service()
        .addRule('a', { filter: 'B', ...mark })
        .turndown('<b>a</b>'),
    ).toBe('**a**');
  });

  test('get their rule as this, and the options of the service', () => {
    const one = service();
    const rule: TurndownService.Rule = {
      filter(this: unknown, _node, options) {
        return this === rule && options === one.options;
      },
      replacement(this: unknown, content, _node, options) {
        return `${this === rule && options === one.options}:${content}`;
      },
    };
    expect(one.addRule('a', rule).turndown('<b>a</b>')).toBe('true:a');
  });
});

describe('precedence', () => {
  const html = '<b>a</b><u>b</u><u></u>';

  test('what shows nothing is blank, whatever rules are for it', () => {
    expect(
      service()
        .addRule('u', { filter: 'u', replacement: wrap('!') })
        .turndown(html),
    ).toBe('**a**!b!');
    const blankReplacement: TurndownService.ReplacementFunction = (_content, node) => `(${node.nodeName})`;
    expect(service({ blankReplacement }).turndown(`${html}<p> </p>`)).toBe('**a**b(U)(P)');
  });

  test('the rule that was added last comes first, before those of CommonMark', () => {
    const one = service().addRule('a', { filter: 'b', replacement: () => '1' });
    expect(one.addRule('b', { filter: 'b', replacement: () => '2' }).turndown(html)).toBe('2b');
  });

  test('rules before keep before remove before the rest', () => {
    expect(service().keep(['b', 'u']).turndown(html)).toBe('**a**<u>b</u>');
    expect(service().keep('u').remove('u').turndown(html)).toBe('**a**<u>b</u>');
    expect(service().remove(['b', 'u']).turndown(html)).toBe('**a**');
    expect(
      service()
        .keep('u')
        .addRule('u', { filter: 'u', replacement: wrap('!') })
        .turndown(html),
    ).toBe('**a**!b!');
    const isU = (node: Element) => node.nodeName === 'U' || node.nodeName === 'B';
    expect(service().keep(isU).turndown(html)).toBe('**a**<u>b</u>');
    expect(service().remove(isU).turndown(html)).toBe('**a**');
    const defaultReplacement = wrap('[', ']');
    expect(service({ defaultReplacement }).turndown(`${html}<p>c</p><q>d</q>`)).toBe('**a**[b]\n\nc\n\n[d]');
  });

  test('of what is kept', () => {
    const keepReplacement = wrap('{', '}');
    expect(service({ keepReplacement }).keep('u').turndown('a <u> b* </u>')).toBe('a {b\\*}');
    expect(service().keep('figure').turndown('<figure><iframe src="x"></iframe></figure>')).toBe(
      '<figure><iframe src="x"></iframe></figure>',
    );
  });
});

describe('replacements', () => {
  test('are called children first, in the order of the document', () => {
    const seen: string[] = [];
    const replacement = (content: string, node: Element) => {
      seen.push(node.nodeName + content);
      return content;
    };
    const html = '<p>a<b>b<i>c</i></b><i>d</i></p><p><b></b></p><div><b>e</b></div><p><i>f</i></p>';
    service()
      .addRule('a', { filter: ['p', 'b', 'i'], replacement })
      .turndown(html);
    expect(seen).toEqual(['Ic', 'Bbc', 'Id', 'Pabcd', 'Be', 'If', 'Pf']);
  });

  test('get content without the white space that is written outside of it', () => {
    const rule = { filter: 'b', replacement: wrap('(', ')') };
    expect(service().addRule('b', rule).turndown('a<b> b </b>c <b>&nbsp;d</b>')).toBe('a (b) c \u00a0(d)');
  });

  test('are put in their container line by line', () => {
    const one = service().addRule('b', { filter: 'b', replacement: () => '\n\n\nq\n\n\n' });
    expect(one.turndown('<ul><li>a<b>x</b>c</li></ul><blockquote>a<b>x</b>')).toBe(
      '*   a\n    \n    q\n    \n    c\n\n> a\n> \n> q',
    );
  });

  test('are taken for text', () => {
    const returning = (value: unknown) =>
      service()
        .addRule('b', { filter: 'b', replacement: () => value as string })
        .turndown('a<b>x</b>');
    expect([returning(5), returning(null), returning(undefined)]).toEqual(['a5', 'anull', 'aundefined']);
  });

  test('may convert other documents', () => {
    const inner = service({ emDelimiter: '*' });
    const replacement = (_content: string, node: Element) => inner.turndown(node.innerHTML);
    expect(service().addRule('b', { filter: 'b', replacement }).turndown('<b><i>a</i></b> <i>b</i>')).toBe('*a* _b_');
  });

  test('get an element of the DOM', () => {
    const read = (node: Element) => [
      node.nodeName,
      node.nodeType,
      node.tagName,
      node.id,
      node.className,
      node.classList.contains('y'),
      node.getAttribute('data-z'),
      node.attributes.length,
      node.textContent,
      node.innerHTML,
      node.firstChild?.nodeName,
      node.lastChild?.nodeValue,
      node.childNodes.length,
      node.children.length,
      node.parentNode?.nodeName,
      node.previousSibling?.nodeName,
      node.nextSibling,
      node.isBlock,
      node.isCode,
      node.isBlank,
    ];
    let seen: unknown[] = [];
    const replacement = (content: string, node: Element) => {
      seen = read(node);
      return content;
    };
    service()
      .addRule('div', { filter: 'div', replacement })
      .turndown('<section><p>a</p><div id=i class="x y" data-z="&quot;"><i>b</i> <u>c</u>d\n</div></section>');
    expect(seen).toEqual([
      ...[
        'DIV',
        1,
        'DIV',
        'i',
        'x y',
        true,
        '"',
        3,
        'b cd',
        '<i>b</i> <u>c</u>d',
        'I',
        'd',
        4,
        2,
        'SECTION',
        'P',
        null,
      ],
      ...[true, false, false],
    ]);
  });

  test('know fields, and the rows of tables', () => {
    const seen: unknown[] = [];
    const replacement = (_content: string, node: Element) => {
      const { type, checked, rows } = node as unknown as HTMLView;
      seen.push(type ?? Array.from(rows ?? [], (row) => row.textContent), checked);
      return '';
    };
    const html =
      '<input type=CHECKBOX checked><input><table><tfoot><tr><td>c</tfoot><thead><tr><th>a</thead><tr><td>b</table>';
    service()
      .addRule('a', { filter: ['input', 'table'], replacement })
      .turndown(html);
    expect(seen).toEqual(['checkbox', true, 'text', false, ['a', 'b', 'c'], false]);
  });
});

interface HTMLView {
  type?: string;
  checked: boolean;
  rows?: Iterable<{ textContent: string }>;
}

describe('the rules of CommonMark', () => {
  const html =
    '<h1>a</h1><p>b<br><b>c</b> <i>d</i> <code>`e</code></p><ul><li>f<ol start=3><li>g</ol><li><p>h</ul><hr>' +
    '<blockquote>i<p>j</blockquote><pre><code class=language-x>k\n```</code></pre><p><a href="l m" title=\'"\'>n</a><img src=o alt="*">';

  test.each<TurndownService.Options>([
    {},
    { headingStyle: 'atx', codeBlockStyle: 'fenced' },
    { linkStyle: 'referenced' },
    { linkStyle: 'referenced', linkReferenceStyle: 'collapsed' },
    { linkStyle: 'referenced', linkReferenceStyle: 'shortcut' },
  ])('write what the engine writes without being asked: %j', (options) => {
    const asked = service(options);
    asked.rules.array.push({ filter: 'none', replacement: () => '' }); // They are no longer as they were.
    expect(asked.turndown(html)).toBe(service(options).turndown(html));
  });

  test('may be taken out, and changed', () => {
    const one = service();
    one.rules.array.splice(one.rules.array.indexOf(one.options.rules['strong'] as TurndownService.Rule), 1);
    (one.options.rules['emphasis'] as TurndownService.Rule).replacement = wrap('/');
    expect(one.turndown('<p><b>a</b> <i>b</i></p><ul><li>c</ul>')).toBe('a /b/\n\n*   c');
    const none = service();
    none.rules.array.length = 0;
    expect(none.turndown('<p><b>a</b></p><ul><li>c</ul>')).toBe('a\n\nc');
  });

  test('can be asked for', () => {
    const one = service();
    const node = { nodeName: 'B', isBlank: false } as unknown as Element;
    expect(one.rules.forNode(node)).toBe(one.options.rules['strong']);
    const names: string[] = [];
    one.rules.forEach((rule, i) => {
      names.push(`${i}${typeof rule.replacement}`);
    });
    expect(names).toHaveLength(15);
  });
});

describe('escape', () => {
  test('escapes as the engine does', () => {
    for (const text of [
      'a_b*c`[d]\\',
      '- a',
      '+ a',
      '+a',
      '===',
      '# a',
      '#a',
      '> a',
      '~~~',
      '12. a',
      '12.a',
      '<a> &amp;',
    ]) {
      const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      expect(service().escape(text)).toBe(service().turndown(`<p>${html}</p>`));
    }
  });

  test('may be overridden, of one service and of all', () => {
    const html = '<p>* a_b <code>c_d</code></p><pre>e_é\n<code>f_</code></pre>';
    const one = service();
    one.escape = (text) => text.replaceAll('_', '-');
    expect(one.turndown(html)).toBe('* a-b `c_d`\n\ne-é\n`f_`');
    const original = TurndownService.prototype.escape;
    TurndownService.prototype.escape = (text) => text;
    try {
      expect(service().turndown(html)).toBe('* a_b `c_d`\n\ne_é\n`f_`');
    } finally {
      TurndownService.prototype.escape = original;
    }
    expect(service().turndown('*')).toBe('\\*');
  });
});

test('rules may append to the document', () => {
  const rule = { filter: 'b', replacement: wrap('!'), append: () => '\n\nappended' };
  expect(service().addRule('b', rule).turndown('<p><b>a</b></p>')).toBe('!a!\n\nappended');
  const referenced = service({ linkStyle: 'referenced' }).addRule('b', rule);
  expect(referenced.turndown('<p><a href=1>a</a><b><a href=2>b</a></b><a href=3>c</a>')).toBe(
    '[a][1]![b][2]![c][3]\n\nappended\n\n[1]: 1\n[2]: 2\n[3]: 3',
  );
});
