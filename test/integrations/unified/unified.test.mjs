import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { html as htmlSchema, svg as svgSchema } from 'property-information';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { install, root } from '../installed.mjs';

install(import.meta.dirname);
const { ConvertError, convertSync } = await import('tidemark');
const { default: rehypeTidemark, convertHast } = await import('tidemark/unified');

const parse = unified().use(rehypeParse);
const toMarkdown = (html, options) => parse().use(rehypeTidemark, options).process(html);

const golden = join(root, 'core', 'testdata', 'golden');
const documents = readdirSync(golden, { recursive: true })
  .filter((name) => name.endsWith('.html'))
  .map((name) => [name, readFileSync(join(golden, name), 'utf8')]);

const text = (value) => ({ type: 'text', value });
const element = (tagName, properties, ...children) => ({ type: 'element', tagName, properties, children });
const nested = (depth, tagName) => {
  let tree = text('deep');
  for (let i = 0; i < depth; i++) tree = element(tagName, {}, tree);
  return { type: 'root', children: [tree] };
};

describe('the plugin', () => {
  test('compiles what other plugins have made of a page', async () => {
    const shout = () => (tree) => {
      tree.children.push(element('p', { className: ['x'] }, text('flow < ebb & *more*')));
    };
    const file = await parse()
      .use(shout)
      .use(rehypeTidemark, { headingStyle: 'setext' })
      .process('<h1>Ebb <i>tide</i></h1>');
    assert.equal(String(file), 'Ebb *tide*\n==========\n\nflow < ebb & \\*more*');
    assert.deepEqual(file.messages, []);
  });

  test('works at once, too', () => {
    assert.equal(String(parse().use(rehypeTidemark).processSync('<b>ebb</b>')), '**ebb**');
  });

  test('has rules that read the attributes of nodes', async () => {
    const rules = [
      {
        selector: 'p[data-kind=note]',
        replacement: (content, node) => `! ${node.getAttribute('aria-label')}: ${content}`,
      },
    ];
    const file = await toMarkdown('<p data-kind=note aria-label=Tide>ebb</p>', { rules });
    assert.equal(String(file), '! Tide: ebb');
  });

  test('tells of what shows nothing, and of nodes that it does not know', async () => {
    const empty = await toMarkdown('<div></div>');
    assert.deepEqual(
      empty.messages.map(({ ruleId, source, line }) => ({ ruleId, source, line })),
      [{ ruleId: 'EMPTY', source: 'tidemark', line: 1 }],
    );
    const mdx = { type: 'root', children: [{ type: 'mdxJsxFlowElement', children: [element('b', {}, text('ebb'))] }] };
    const processor = unified().use(rehypeTidemark);
    const { VFile } = await import('vfile');
    const file = new VFile();
    assert.equal(processor.stringify(mdx, file), '**ebb**');
    assert.match(String(file.messages[0]), /mdxJsxFlowElement: only its children are written/);
  });

  test('refuses wrong options when it is frozen, and tells what fails with the file', async () => {
    assert.throws(
      () => parse().use(rehypeTidemark, { headinStyle: 'atx' }).freeze(),
      (error) => error instanceof ConvertError && error.code === 'ERR_INVALID_OPTION',
    );
    await assert.rejects(toMarkdown('<p>ebb and flow</p>', { maxInputBytes: 8 }), (message) => {
      assert.deepEqual([message.fatal, message.ruleId, message.source], [true, 'ERR_INPUT_TOO_LARGE', 'tidemark']);
      return message.cause instanceof ConvertError;
    });
  });
});

describe('a tree that is hostile', () => {
  test('100,000 levels deep, and a million', async () => {
    assert.equal(await convertHast(nested(100_000, 'div')), 'deep');
    assert.equal(await convertHast(nested(1_000_000, 'span')), 'deep');
    assert.equal(String(unified().use(rehypeTidemark).stringify(nested(100_000, 'section'))), 'deep');
  });

  test('that is none, or contains itself', async () => {
    const circle = element('div', {});
    circle.children.push(circle);
    const wrong = [undefined, null, 5, '<p>', [], {}, { type: 5 }, { type: 'root', children: [null] }, circle];
    for (const tree of wrong) {
      await assert.rejects(
        convertHast(tree),
        (error) => error instanceof ConvertError && error.code === 'ERR_INVALID_ARG',
      );
    }
  });

  test('that grows when it is written out', async () => {
    let tree = text('ebb');
    for (let i = 0; i < 60; i++) tree = element('b', {}, tree, tree);
    await assert.rejects(convertHast(tree, { maxInputBytes: 2 ** 20 }), { code: 'ERR_INPUT_TOO_LARGE' });
  });

  test('whose names and texts would be tags', async () => {
    const tree = {
      type: 'root',
      children: [
        element('p><b', { 'x><b': 1 }, text('</p><b>&lt;ebb')),
        element('p', { title: '"><b>', on: null, 'a b': 'c', style: {}, id: Number.NaN }, text('flow')),
        { type: 'comment', value: '--><b>tide' },
        element('script', {}, text('</script><b>script')),
        element('plaintext', {}, text('plain')),
        element('p', {}, text('last')),
      ],
    };
    const markdown = await convertHast(tree);
    assert.equal(markdown, '\\</p>\\<b>\\&lt;ebb\n\nflow\n\n```\nplain\n```\n\nlast');
  });

  test('with what others leave out', async () => {
    const raw = { type: 'raw', value: '<b>raw</b>' };
    const template = { ...element('template', {}), content: { type: 'root', children: [text('within')] } };
    const void_ = element('br', {}, text('kept'));
    assert.equal(await convertHast(element('div', {}, raw)), '**raw**');
    assert.equal(await convertHast(element('p', {}, text('a'), void_)), 'a\\\nkept');
    assert.equal(await convertHast(element('pre', {}, text('\n\nline'))), '```\n\n\nline\n```');
    assert.equal(await convertHast({ type: 'root', children: [{ type: 'doctype' }, template, text('x')] }), 'x');
  });
});

test('the pipeline of the documentation', async () => {
  const [, code] = /```text\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs', 'unified.md'), 'utf8'));
  const file = join(import.meta.dirname, 'node_modules', 'pipeline.mjs');
  const html = '<h1 onclick="x()">Tides</h1><script>x()</script><p><a href="https://tide.test/">ebb</a>';
  writeFileSync(file, `const html = ${JSON.stringify(html)};\n${code}`);
  const { stdout } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  assert.equal(stdout, '# Tides\n\n[ebb][1]\n\n[1]: https://tide.test/\n');
});

test('attributes are called as property-information calls them', async () => {
  const { attributeOf } = await import(
    join(import.meta.dirname, 'node_modules', 'tidemark', 'dist', 'hast', 'attributes.js')
  );
  for (const [schema, inSvg] of [
    [htmlSchema, false],
    [svgSchema, true],
  ]) {
    const wrong = Object.values(schema.property).filter(
      ({ property, attribute }) => attributeOf(property, inSvg)?.toLowerCase() !== attribute.toLowerCase(),
    );
    // It takes the attribute data-type for RDFa's datatype: https://www.w3.org/TR/rdfa-core/#A-datatype
    assert.deepEqual(
      wrong.map(({ property }) => property).filter((name) => name !== 'dataType'),
      [],
    );
  }
  assert.equal(attributeOf('dataFooBar', false), 'data-foo-bar');
  assert.equal(attributeOf('data123', false), 'data-123');
});

describe('the documents of the golden tests', () => {
  test('are many', () => assert.ok(documents.length > 300));

  test('become what they become when hast-util-to-html writes the tree', () => {
    const different = documents.filter(([, html]) => {
      const tree = parse().parse(html);
      const written = toHtml(tree, { allowDangerousHtml: true });
      return unified().use(rehypeTidemark).stringify(tree) !== convertSync(written);
    });
    assert.deepEqual(
      different.map(([name]) => name),
      [],
    );
  });
});

describe('the documentation of this package, as HTML', () => {
  const files = [
    'architecture',
    'chunks',
    'from-turndown',
    'markdown-rules',
    'options',
    'parser',
    'performance',
    'rules',
  ];
  const read = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .freeze();
  const treeOf = (markdown) => read.run(read.parse(markdown));
  const sameSpace = (html) =>
    html
      .replaceAll(/<!--.*?-->|\s+/gs, ' ')
      .replaceAll(/\s*(<\/?(?:p|li|ul|ol|table|thead|tbody|tr|td|th|blockquote|pre|h\d|hr|br)\b[^>]*>)\s*/g, '$1');
  const htmlOf = async (markdown) => sameSpace(toHtml(await treeOf(markdown)));

  test('comes back as the same HTML, and by rehype-remark most of it', async () => {
    const remark = unified().use(rehypeRemark).use(remarkGfm).use(remarkStringify).freeze();
    const tidemark = unified().use(rehypeTidemark, { escape: 'strict' }).freeze();
    const changed = { tidemark: [], 'rehype-remark': [] };
    for (const name of files) {
      const tree = await treeOf(readFileSync(join(root, 'docs', `${name}.md`), 'utf8'));
      const expected = sameSpace(toHtml(tree));
      const written = { tidemark: tidemark.stringify(tree), 'rehype-remark': remark.stringify(await remark.run(tree)) };
      for (const [way, markdown] of Object.entries(written)) {
        if ((await htmlOf(markdown)) !== expected) changed[way].push(name);
      }
    }
    assert.deepEqual(changed.tidemark, []);
    // The comparison finds what there is to find.
    assert.notDeepEqual(changed['rehype-remark'], []);
  });
});
