import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { AsyncConverter, Converter, convert, convertSync, type Options } from 'tidemark';
import { root } from '../support/child';

// The engine's own cases once more, through the addon: asynchronous and synchronous calls, bytes and text, give the same.
const folder = join(root, 'core', 'testdata', 'golden');

const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length))
  .sort();

function optionsOf(name: string): Options | undefined {
  const file = join(folder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

test('the cases are there', () => expect(cases.length).toBeGreaterThan(40));

describe('golden', () => {
  test.each(cases)('%s', async (name) => {
    const html = readFileSync(join(folder, `${name}.html`));
    const expected = readFileSync(join(folder, `${name}.md`), 'utf8').replace(/\n$/, '');
    const options = optionsOf(name);
    expect(await convert(html, options)).toBe(expected);
    expect(convertSync(html, options)).toBe(expected);
    expect(new Converter(options).convert(html)).toBe(expected);
    expect(await new AsyncConverter(options).convert(html)).toBe(expected);
  });

  test('text gives the same as its bytes in UTF-8', async () => {
    for (const name of cases) {
      const options = { ...optionsOf(name), encoding: 'utf-8' };
      const bytes = readFileSync(join(folder, `${name}.html`));
      const text = new TextDecoder().decode(bytes);
      if (!Buffer.from(text).equals(bytes)) continue; // in another encoding, or with a byte order mark
      expect(await convert(text, options)).toBe(await convert(bytes, options));
      expect(convertSync(text, options)).toBe(convertSync(bytes, options));
    }
  });
});
