import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import {
  AsyncConverter,
  ConvertError,
  Converter,
  type DefaultExtraction,
  type Extraction,
  type ExtractOptions,
  extract,
  extractAll,
  extractSync,
  type Input,
  type Link,
} from 'tidemark';
import { root } from '../support/child';
import { collect } from '../support/source';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

const html = `<!DOCTYPE html><html lang=en><head><title>Tides · Harbour</title><link rel=canonical href=https://harbour.test/tides></head>
<body><nav><a href=/>Home 🌊</a> <a href=https://www.harbour.test/about>About</a></nav>
<main><h1 id=tides>Tides</h1><p>The sea rises and falls twice a day, and <a href="https://moon.test/" rel="nofollow me" title=Moon>the moon</a> is why.
It does so everywhere, though by very different heights, which sailors write down in tables. Where the sea is wide and deep there is little of it
to be seen, but in bays that are long and narrow the water piles up, and boats that were afloat in the morning lie on the sand at noon.</p>
<p>Who wants to enter a harbour has to know when there is water enough. Pilots knew it by heart, captains looked it up in almanacs, and today a
program reckons it from the places of the sun and the moon, to the minute, for years ahead. All of them still watch the weather, since a storm from
the west can hold the water back for hours, and nobody has yet found a way to reckon storms for years ahead.</p>
<h2>Heights <a class=anchor href=#heights id=heights>#</a></h2>
<figure><img src=/low.png srcset="/low.png 1x, /high.png 2x" alt="A harbour" width=640 height=480><figcaption>At low water</figcaption></figure>
<table><caption>In metres</caption><tr><th>Port<th>Low<th>High</tr><tr><td rowspan=2><b>Brest</b>|F<td>1.0<td>7.3</tr><tr><td colspan=2>unknown</tr></table>
<pre><code class=language-js>const high = low + range;
</code></pre>
<p>More on that below<sup><a href=#fn1 id=r1>1</a></sup>, for those who want to know all of it in detail.</p>
<ol class=footnotes><li id=fn1>A footnote. <a href=#r1>↩</a></ol></main><footer><a href=mailto:a@harbour.test>Mail</a></footer></body></html>`;

const all: ExtractOptions = { content: 'all' };

/** All ways to extract, as functions of the input and the options. */
const ways: [string, (input: Input, options?: ExtractOptions) => Extraction | Promise<Extraction>][] = [
  ['extract', extract],
  ['extractSync', extractSync],
  ['Converter', (input, options) => new Converter(options).extract(input)],
  ['AsyncConverter', (input, options) => new AsyncConverter(options).extract(input)],
  ['extractAll', async (input, options) => (await collect(extractAll([input], options)))[0] as Extraction],
  [
    'AsyncConverter.extractAll',
    async (input, options) => (await collect(new AsyncConverter(options).extractAll([input])))[0] as Extraction,
  ],
];

test.each(ways)('%s makes the same of text', async (_, way) => {
  expect(await way(html)).toEqual(extractSync(html));
  expect(await way(Buffer.from(html), { parts: ['headings'] })).toEqual(
    extractSync(Buffer.from(html), { parts: ['headings'] }),
  );
  expect(await way('')).toMatchObject({ markdown: '', headings: [], warnings: [{ code: 'EMPTY' }] });
});

describe('what it makes', () => {
  const made: DefaultExtraction = extractSync(html);
  const slice = (range: readonly [number, number] | undefined) => made.markdown.slice(...(range as [number, number]));
  const source = (range: readonly [number, number]) => html.slice(...range);

  test('Markdown, as convert does', () => {
    expect(made.markdown).toBe(new Converter({ content: 'main' }).convert(html));
    expect(extractSync(html, all).markdown).toBe(new Converter().convert(html));
    expect(extractSync(html, { ...all, frontmatter: true }).markdown).toBe(
      new Converter({ frontmatter: true }).convert(html),
    );
  });

  test('metadata, and where the content is', () => {
    expect(made.title).toBe(made.metadata.title);
    expect(made.metadata).toMatchObject({ language: 'en', canonical: 'https://harbour.test/tides' });
    expect(made.content.confidence).toBeGreaterThan(0.5);
    expect(new Converter({ include: made.content.selector }).convert(html)).toContain('# Tides');
    expect(extractSync(html, all).content).toEqual({ confidence: 1, selector: 'body' });
  });

  test('headings with what they are under', () => {
    expect(made.headings).toMatchObject([
      { level: 1, text: 'Tides', id: 'tides', path: [] },
      { level: 2, text: 'Heights', id: 'heights', path: ['Tides'] },
    ]);
    expect(made.headings.map((heading) => slice(heading.markdown))).toEqual(['# Tides', '## Heights']);
    expect(source(made.headings[0]?.html as [number, number])).toBe('<h1 id=tides>Tides</h1>');
  });

  test('links of all of the page, and where they are', () => {
    const { links } = extractSync(html, all);
    expect(links?.map(({ where }) => where)).toEqual(['navigation', 'navigation', 'content', 'footer']);
    expect(made.links).toMatchObject([
      { url: '/', text: 'Home 🌊', internal: true },
      { url: 'https://www.harbour.test/about', internal: true },
      {
        url: 'https://moon.test/',
        text: 'the moon',
        title: 'Moon',
        rel: ['nofollow', 'me'],
        internal: false,
        where: 'content',
      },
      { url: 'mailto:a@harbour.test', internal: false },
    ]);
    expect(made.links.map(({ html: range }) => source(range))[1]).toBe(
      '<a href=https://www.harbour.test/about>About</a>',
    );
    expect(slice(made.links[2]?.markdown)).toBe('[the moon](https://moon.test/ "Moon")');
    expect(extractSync(html, { baseUrl: 'https://harbour.test/x' }).links[0]).toMatchObject({
      url: 'https://harbour.test/',
    });
  });

  test('images with their captions and the largest there is', () => {
    expect(made.images).toMatchObject([
      {
        url: '/low.png',
        largest: '/high.png',
        alt: 'A harbour',
        caption: 'At low water',
        width: 640,
        height: 480,
        where: 'content',
      },
    ]);
    expect(slice(made.images[0]?.markdown)).toBe('![A harbour](/low.png)');
  });

  test('tables with what cells span', () => {
    expect(made.tables).toMatchObject([
      {
        caption: 'In metres',
        header: ['Port', 'Low', 'High'],
        rows: [
          ['Brest|F', '1.0', '7.3'],
          ['Brest|F', 'unknown', 'unknown'],
        ],
        markdownHeader: ['Port', 'Low', 'High'],
        markdownRows: [
          ['**Brest**\\|F', '1.0', '7.3'],
          ['**Brest**\\|F', 'unknown', 'unknown'],
        ],
      },
    ]);
    expect(slice(made.tables[0]?.markdown)).toMatch(/^\| Port [\s\S]*unknown \|$/);
  });

  test('code and footnotes', () => {
    expect(made.code).toMatchObject([{ language: 'js', text: 'const high = low + range;' }]);
    expect(slice(made.code[0]?.markdown)).toBe('```js\nconst high = low + range;\n```');
    expect(made.footnotes).toMatchObject([{ label: '1', text: 'A footnote.' }]);
    expect(slice(made.footnotes[0]?.markdown)).toBe('[^1]: A footnote.');
  });
});

describe('parts', () => {
  test('what is not asked for is not there', () => {
    expect(extractSync(html, { parts: [] })).toEqual({ format: 'markdown', title: '', warnings: [] });
    expect(Object.keys(extractSync(html, { parts: ['links'] }))).toEqual(['format', 'title', 'links', 'warnings']);
    expect(Object.keys(extractSync(html, { parts: ['metadata'] }))).toEqual([
      'format',
      'title',
      'metadata',
      'warnings',
    ]);
    expect(extractSync(html, { parts: ['content'] }).content).toEqual(extractSync(html).content);
  });

  test('each is the same alone', () => {
    const whole = extractSync(html) as unknown as Record<string, unknown>;
    for (const part of [
      'markdown',
      'metadata',
      'content',
      'headings',
      'links',
      'images',
      'tables',
      'code',
      'footnotes',
    ] as const) {
      const alone = extractSync(html, { parts: [part] }) as unknown as Record<string, unknown>;
      expect(alone[part]).toEqual(whole[part]);
    }
  });
});

describe('formats', () => {
  test('plain text', () => {
    const { text, headings, markdown } = extractSync(html, { format: 'text' });
    expect(markdown).toBeUndefined();
    expect(text).toContain('Tides\n\nThe sea rises');
    expect(text).toContain('Port: Brest|F; Low: 1.0; High: 7.3');
    expect(headings?.map((heading) => text?.slice(...(heading.markdown as [number, number])))).toEqual([
      'Tides',
      'Heights',
    ]);
    expect(new Converter({ format: 'text', content: 'main' }).convert(html)).toBe(text);
  });

  test('HTML', () => {
    const { html: clean, headings, links } = extractSync(html, { format: 'html' });
    expect(clean).toContain('<h1 id="tides">Tides</h1>\n<p>The sea rises');
    expect(clean).not.toMatch(/<nav|<main|class=(?!"language)/);
    expect(headings?.map((heading) => clean?.slice(...(heading.markdown as [number, number])))).toEqual([
      '<h1 id="tides">Tides</h1>',
      '<h2>Heights</h2>',
    ]);
    expect(links).toHaveLength(4);
  });
});

describe('fails as convert does', () => {
  const error = async (made: unknown) =>
    (made as Promise<never>).then(
      () => undefined,
      (reason: unknown) => reason,
    );

  test('on wrong arguments', async () => {
    expect(await error(extract(5 as Wrong))).toMatchObject({ code: 'ERR_INVALID_ARG' });
    expect(await error(extract('', { parts: ['link'] } as Wrong))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(await error(extract('', { '#extract': true } as Wrong))).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    expect(() => extractSync(null as Wrong)).toThrow(ConvertError);
    expect(() => new Converter({ parts: 1 } as Wrong)).toThrow(ConvertError);
  });

  test('over limits, of which all of the extraction counts', async () => {
    expect(await error(extract('<p>1234567890', { maxInputBytes: 4 }))).toMatchObject({ code: 'ERR_INPUT_TOO_LARGE' });
    const { length } = new Converter().convert(html);
    expect(await error(extract(html, { ...all, maxOutputBytes: length + 100 }))).toMatchObject({
      code: 'ERR_INPUT_TOO_LARGE',
    });
    expect(() => extractSync(html, { ...all, parts: ['links'], maxOutputBytes: 10 })).toThrow('maxOutputBytes');
  });

  test('on abort and timeout', async () => {
    const reason = new Error('enough');
    expect(await error(extract(html, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    const controller = new AbortController();
    const big = '<p>ebb <b>flow</b> '.repeat(200_000);
    const pending = extract(big, { signal: controller.signal });
    controller.abort(reason);
    expect(await error(pending)).toBe(reason);
    expect(await error(new AsyncConverter().extract(big, { timeout: 0.001 }))).toMatchObject({ code: 'ERR_TIMEOUT' });
  });

  test('one of several, in its turn', async () => {
    const outcomes = await collect(extractAll(['<p>a', 5 as Wrong, '<p>b'], { errors: 'settle', parts: ['markdown'] }));
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { markdown: 'a' } },
      { status: 'rejected', reason: { code: 'ERR_INVALID_ARG' } },
      { status: 'fulfilled', value: { markdown: 'b' } },
    ]);
  });
});

test('with rules that are functions, synchronous and not', async () => {
  const rules = (replacement: Wrong) => ({ ...all, rules: [{ selector: 'b', replacement }] });
  const plain = extractSync(
    html,
    rules((content: string) => `<<${content}>>`),
  );
  expect(plain.markdown).toContain('<<Brest>>');
  const later = await extract(
    html,
    rules(async (content: string) => `<<${content}>>`),
  );
  expect(later).toEqual(plain);
  expect(later.headings).toEqual(extractSync(html, all).headings);
  const bytes = Buffer.from(html.replace('<head>', '<head><meta charset=latin1>').replaceAll('🌊', 'é'), 'latin1');
  const { links } = await extract(
    bytes,
    rules(async () => 'x'),
  );
  const range = (links as Link[])[1]?.html as Link['html'];
  expect(bytes.subarray(...range).toString('latin1')).toMatch(/^<a href=https.*<\/a>$/);
});

test('in a worker', async () => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     require(${JSON.stringify(root)}).extract('<h1>Ebb').then(({ headings }) => parentPort.postMessage(headings));`,
    { eval: true },
  );
  const headings = await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  expect(headings).toMatchObject([{ level: 1, text: 'Ebb' }]);
  await worker.terminate();
});
