import { describe, expect, test } from '@jest/globals';
import { AsyncConverter, ConvertError, Converter, configure, convert, convertSync } from 'tidemark';
import { rejection, thrown } from '../support/pool';

// biome-ignore lint/suspicious/noExplicitAny: what these tests give is wrong on purpose
type Wrong = any;

async function expectInvalidOption(options: Wrong, message: string | RegExp): Promise<void> {
  const errors = [
    thrown(() => convertSync('<p>', options)),
    thrown(() => new Converter(options)),
    thrown(() => new AsyncConverter(options)),
    await rejection(convert('<p>', options)),
  ];
  for (const error of errors) {
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({ name: 'ConvertError', code: 'ERR_INVALID_OPTION' });
    const actual = (error as Error).message;
    if (typeof message === 'string') expect(actual).toBe(message);
    else expect(actual).toMatch(message);
  }
}

const headingStyle = "Expected 'atx' or 'setext' for options.headingStyle but received";

describe('a value that the option does not take', () => {
  test.each<[Wrong, string]>([
    ['foo', "'foo' of type string"],
    ['', "'' of type string"],
    ['ATX', "'ATX' of type string"],
    ['x'.repeat(100), `'${'x'.repeat(40)}…' of type string`],
    [5, '5 of type number'],
    [Number.NaN, 'NaN of type number'],
    [Number.NEGATIVE_INFINITY, '-Infinity of type number'],
    [null, 'null of type object'],
    [true, 'true of type boolean'],
    [10n, '10n of type bigint'],
    [Symbol('atx'), 'Symbol(atx) of type symbol'],
    [function atx() {}, '[Function: atx] of type function'],
    [new Date(0), '1970-01-01T00:00:00.000Z of type object'],
  ])('headingStyle: %p', (value, received) =>
    expectInvalidOption({ headingStyle: value }, `${headingStyle} ${received}`),
  );

  test.each<[string, Wrong]>([
    ['hr', '--'],
    ['baseUrl', 'relative/path'],
    ['baseUrl', new URL('https://example.org/')],
    ['encoding', 'no-such-encoding'],
    ['maxInputBytes', -1],
    ['maxInputBytes', 1.5],
    ['maxInputBytes', '5'],
    ['maxDepth', 100_001],
    ['gfm', 'yes'],
    ['content', 'article'],
    ['frontmatter', 'yaml'],
    ['br', '\n'],
    ['headingStyle', ['atx']],
    ['headingStyle', { atx: undefined }],
  ])('%s: %p', (name, value) =>
    expectInvalidOption(
      { [name]: value },
      new RegExp(`^Expected .+ for options\\.${name} but received .+ of type ${typeof value}$`, 's'),
    ),
  );

  test('inside of gfm', () =>
    expectInvalidOption(
      { gfm: { tables: 'yes' } },
      "Expected true or false for options.gfm.tables but received 'yes' of type string",
    ));

  test('an object that refers to itself', () => {
    const gfm: Record<string, unknown> = {};
    gfm['tables'] = gfm;
    return expectInvalidOption(
      { gfm },
      /^Expected true or false for options\.gfm\.tables but received .+ of type object$/s,
    );
  });
});

describe('an option that is not known', () => {
  const unknown = 'Expected a known option name for options but received';

  test('is refused, with the name that was probably meant', () =>
    expectInvalidOption(
      { headinStyle: 'atx' },
      new RegExp(
        `^${unknown} 'headinStyle' of type string\\. Did you mean 'headingStyle'\\? Known are headingStyle, hr, .*: see docs/options\\.md$`,
      ),
    ));

  test('is refused without a guess if none is near', () =>
    expectInvalidOption({ colour: 1 }, new RegExp(`^${unknown} 'colour' of type string\\. Known are headingStyle, `)));

  test('is refused inside of gfm', () =>
    expectInvalidOption(
      { gfm: { table: true } },
      /'table' of type string\. Did you mean 'tables'\? Known are tables, .*: see docs\/options\.md$/,
    ));

  test('does not matter if it is undefined', () =>
    expect(convertSync('ebb', { colour: undefined } as Wrong)).toBe('ebb'));

  test.each(['signal', 'timeout'])('%s belongs to asynchronous calls', (name) => {
    const options = { [name]: 1 } as Wrong;
    for (const action of [
      () => convertSync('', options),
      () => new Converter(options),
      () => new AsyncConverter(options),
    ]) {
      expect(thrown(action)).toMatchObject({ code: 'ERR_INVALID_OPTION' });
    }
  });

  // Neighbours that are exchanged are one edit, as they are to core.
  test.each(['timeuot', 'tmieotu'])('in the argument `call`: %s', async (name) => {
    const error = await rejection(new AsyncConverter().convert('', { [name]: 5 } as Wrong));
    expect(error).toMatchObject({
      code: 'ERR_INVALID_OPTION',
      message: `Expected a known option name for call but received '${name}' of type string. Did you mean 'timeout'? Known are signal, timeout, output, transfer`,
    });
  });
});

describe('limits', () => {
  test.each<[string, string, Wrong]>([
    ['maxInputBytes', '<p>1234567890', { maxInputBytes: 8 }],
    ['maxOutputBytes', '<p>1234567890', { maxOutputBytes: 8 }],
    ['maxDepth', '<blockquote>'.repeat(20), { maxDepth: 10 }],
  ])('over %s is an error that names it', async (name, html, options) => {
    for (const error of [thrown(() => convertSync(html, options)), await rejection(convert(html, options))]) {
      expect(error).toBeInstanceOf(ConvertError);
      expect(error).toMatchObject({ code: 'ERR_INPUT_TOO_LARGE', message: expect.stringContaining(name) });
    }
  });

  test('up to the limit all is well', () =>
    expect(convertSync('12345678', { maxInputBytes: 8, maxOutputBytes: 8 })).toBe('12345678'));
});

describe('frontmatter', () => {
  const html = '<html lang="en"><title>Tide tables</title><h1>Tides</h1>';
  const frontMatter = '---\ntitle: "Tide tables"\nlang: "en"\n---';

  test('is off by default', () => expect(convertSync(html)).toBe('# Tides'));

  test('comes before the Markdown', async () => {
    const options = { frontmatter: true };
    const markdown = `${frontMatter}\n\n# Tides`;
    expect(convertSync(html, options)).toBe(markdown);
    expect(await convert(Buffer.from(html), options)).toBe(markdown);
    expect(await new AsyncConverter(options).convert(html)).toBe(markdown);
  });

  test('ends without a newline, and is not there where there is nothing to say', () => {
    expect(convertSync(html.replace(/<h1>.*/, ''), { frontmatter: true })).toBe(frontMatter);
    expect(convertSync('', { frontmatter: true })).toBe('');
  });
});

describe('the stack of an error that a worker found leads to the call', () => {
  async function caller(makeCall: () => Promise<unknown>): Promise<unknown> {
    return rejection((async () => await makeCall())());
  }
  const wrong: Wrong = { headingStlye: 'atx' };

  test.each<[string, () => Promise<unknown>]>([
    ['awaited', () => convert('', wrong)],
    ['with others', () => Promise.all([convert(''), convert('', wrong)])],
    ['with a reaction', () => convert('', wrong).finally(() => undefined)],
    ['in a stream', () => new AsyncConverter({ maxInputBytes: 1 }).convertStream(['ebb']).next()],
  ])('%s', async (_, makeCall) => {
    const { stack } = (await caller(makeCall)) as Error;
    expect(stack).toMatch(/^ConvertError: Expected .*\n/);
    expect(stack).toMatch(/\n +at .*options\.test\.ts:\d+:\d+/);
  });

  test('where a call is carried out at once', () => {
    configure({ inPlaceBytes: 100 });
    const call = caller(() => convert('', wrong));
    configure({ inPlaceBytes: 0 });
    return expect(call).resolves.toHaveProperty('stack', expect.stringMatching(/\n +at .*options\.test\.ts/));
  });
});
