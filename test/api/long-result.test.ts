import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { AsyncConverter, type ConvertError, convert, convertSync, type Input, stats } from 'tidemark';
import { restorePool } from '../support/pool';

// From 4 MiB on the Markdown is written where it goes to, as it comes.
const long = 5 * 2 ** 20;
const paragraphs = (text: string, bytes = long) => {
  const count = Math.ceil(bytes / Buffer.byteLength(`<p>${text}</p>`));
  return { html: `<p>${text}</p>`.repeat(count), markdown: `${text}\n\n`.repeat(count) };
};

afterEach(restorePool);

const ways: [string, (html: Input) => string | Promise<string>][] = [
  ['await convert(text)', (html) => convert(html)],
  ['convertSync(text)', (html) => convertSync(html)],
  ['await convert(bytes)', (html) => convert(Buffer.from(html as string))],
  ['convertSync(bytes)', (html) => convertSync(Buffer.from(html as string))],
];

describe.each(ways)('%s', (_, call) => {
  test.each([
    ['ASCII', 'Ebb and flow'],
    ['Latin-1', 'Ébbé für ñ'],
    ['two bytes a letter', 'Прилив и отлив'],
    ['three bytes a letter', '潮の満ち引き'],
    ['pairs of surrogates', 'Ebb 🌊 flow'],
  ])('is the Markdown in letters of %s', async (_, text) => {
    const { html, markdown } = paragraphs(text);
    expect((await call(html)) === markdown.trimEnd()).toBe(true);
  });

  test('goes on when letters beyond Latin-1 come after megabytes', async () => {
    const [before, after] = [paragraphs('Ébb and flow'), paragraphs('Прилив 🌊', 2 ** 20)];
    const got = await call(before.html + after.html);
    expect(got === (before.markdown + after.markdown).trimEnd()).toBe(true);
  });

  test('outgrows the document', async () => {
    // A line of the Markdown repeats the prefixes of all its quotations.
    const [depth, lines] = [50, 200_000];
    const got = await call(`${'<blockquote>'.repeat(depth)}${'x<br>'.repeat(lines)}${`<p>${' '.repeat(long)}`}`);
    const line = `${'> '.repeat(depth)}x\\\n`;
    expect(got.length > 3 * long).toBe(true);
    expect(got === line.repeat(lines).slice(0, -2)).toBe(true);
  });

  test('is empty, or short, where all of the document is', async () => {
    expect(await call(`<!--${' '.repeat(long)}-->`)).toBe('');
    expect(await call(`<!--${' '.repeat(long)}--><p>Ébb`)).toBe('Ébb');
  });
});

test('a document that has to be whole', async () => {
  const { html, markdown } = paragraphs('Прилив и отлив');
  const converter = new AsyncConverter({ frontmatter: true });
  expect(
    (await converter.convert(`<title>Tide</title>${html}`)) === `---\ntitle: "Tide"\n---\n\n${markdown.trimEnd()}`,
  ).toBe(true);
});

test('a Markdown over its limit gives back what there was of it', async () => {
  const { html } = paragraphs('Ebb and flow');
  const before = stats().nativeBytes;
  const error = await convert(html, { maxOutputBytes: 3 * 2 ** 20 }).catch((error: ConvertError) => error);
  expect(error).toMatchObject({ code: 'ERR_INPUT_TOO_LARGE', message: expect.stringContaining('maxOutputBytes') });
  expect(stats().nativeBytes).toBeLessThanOrEqual(before);
});

test('a call that is aborted in the middle gives back what there was of it', async () => {
  const { html } = paragraphs('Ebb and <b>flow</b>', 8 * long);
  const before = stats().nativeBytes;
  const controller = new AbortController();
  const call = convert(html, { signal: controller.signal });
  const refused = expect(call).rejects.toMatchObject({ name: 'AbortError' });
  while (stats().running === 0) await setImmediate();
  controller.abort();
  await refused;
  while (stats().nativeBytes > before) await setImmediate();
});
