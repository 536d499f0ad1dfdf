import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { root } from '../support/child';
import { Place } from './command';

// All options, as the documentation has them: `gfm.tables`.
const names = Array.from(
  readFileSync(join(root, 'docs', 'options.md'), 'utf8').matchAll(/^\| `([\w.]+)`/gm),
  ([, name = '']) => name,
);
const flagOf = (name: string) => name.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`).replaceAll('.', '-');

const place = new Place();
afterAll(() => place.remove());

const converted = (html: string, ...args: string[]) => {
  const { status, stdout, stderr } = place.tidemark(args, html);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
};

describe('options of the engine', () => {
  test.each([
    [['--heading-style', 'setext'], '<h1>a</h1>', 'a\n==='],
    [['--heading-style=setext'], '<h1>a</h1>', 'a\n==='],
    [['--hr', '***'], '<p>a<hr>', 'a\n\n***'],
    [['--hr', '---'], '<p>a<hr>', 'a\n\n---'],
    [['--bullet-list-marker', '+'], '<ul><li>a</ul>', '+ a'],
    [['--bullet-list-marker', '-'], '<ul><li>a</ul>', '- a'],
    [['--br', '  '], 'a<br>b', 'a  \nb'],
    [['--wrap', '5'], '<p>aaaa bbbb', 'aaaa\nbbbb'],
    [['--base-url', 'https://a.test/'], '<a href=b>c</a>', '[c](https://a.test/b)'],
    [['--no-gfm'], '<del>a</del>', '<del>a</del>'],
    [['--gfm=false', '--gfm-strikethrough'], '<del>a</del>', '~~a~~'],
    [['--no-gfm-strikethrough'], '<del>a</del><input type=checkbox>', '<del>a</del>'],
    [['--exclude', 'b', '--exclude', 'i'], '<p><b>1</b><i>2</i>3', '3'],
    [['--clean', '--no-clean-link-titles'], '<a href="/?utm_source=a" title="b">b</a>', '[b](/ "b")'],
    [['--frontmatter'], '<title>a</title><p>b', '---\ntitle: "a"\n---\n\nb'],
  ])('%j', (args, html, markdown) => {
    expect(converted(html, ...args)).toBe(`${markdown}\n`);
  });

  test('come with rules of a module', () => {
    place.write({
      'rules.mjs': "export default [{ selector: 'b', replacement: (content) => '==' + content + '==' }];",
    });
    expect(converted('<b>a</b>', '--rules', 'rules.mjs')).toBe('==a==\n');
  });
});

describe('what is wrong is said, and the exit code is 2', () => {
  test.each([
    [['--heding-style', 'atx'], 'There is no option --heding-style. Did you mean --heading-style?'],
    [['--headingStyle', 'atx'], 'There is no option --headingStyle. Did you mean --heading-style?'],
    [['--no-fgm'], 'There is no option --no-fgm. Did you mean --no-gfm?'],
    [['--no-out'], 'There is no option --no-out'],
    [['-x'], 'There is no option -x'],
    [['--out'], '--out needs a value'],
    [['--out', '--quiet'], '--out needs a value'],
    [['--quiet=maybe'], '--quiet takes no value, but "maybe" was given'],
    [['--wrap', 'wide'], '--wrap takes an integer from 0 to 10000, but "wide" was given'],
    [
      ['--format', 'jsnl'],
      '--format takes md, text, html, json, jsonl or parquet, but "jsnl" was given. Did you mean jsonl?',
    ],
    [['--parts', 'links,tabels'], /^tidemark: --parts takes markdown.* but "tabels" was given\. Did you mean tables\?/],
    [['--chunks'], '--chunks is for --format json, jsonl or parquet'],
    [['--hr', 'xx'], /^tidemark: Expected .* for --hr but received 'xx'/],
    [['--rules', 'none.mjs'], /^tidemark: none\.mjs could not be loaded: /],
    [['--config', 'none.json'], /^tidemark: none\.json could not be read: /],
    [['a.html', 'b.html'], 'Several inputs need a folder for their results: --out FOLDER'],
    [
      ['a.html', 'b.html', '--out', 'c.md'],
      'Several inputs cannot become one file, c.md, except with --format jsonl or parquet',
    ],
    [['help', 'wrp'], 'There is no option wrp. Did you mean --wrap?'],
  ])('%j', (args, message) => {
    const { status, stdout, stderr } = place.tidemark(args);
    const text = stderr.replace(/\nTry: tidemark --help\n$/, '');
    if (typeof message === 'string') expect(text).toBe(`tidemark: ${message}`);
    else expect(text).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

test.each(['work', 'send', 'status'])('what is wrong for %s names its own help', (name) => {
  const { status, stdout, stderr } = place.tidemark([name, '--no-such-option']);
  expect(stderr).toMatch(
    new RegExp(`^tidemark: There is no option --no-such-option.*\nTry: tidemark ${name} --help\n$`),
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

describe('help', () => {
  const help = place.tidemark(['--help']).stdout;

  test('tells of every option of the engine, in lines that a terminal shows', () => {
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !new RegExp(`--(no-)?${flagOf(name)}\\b`).test(help))).toEqual([]);
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(place.tidemark(['help']).stdout).toBe(help);
  });

  test('tells all of an option', () => {
    const topic = place.tidemark(['help', '--heading-style']).stdout;
    expect(topic).toContain('Levels 3 to 6 are always atx');
    expect(topic).toContain('Values: atx or setext.\nDefault: atx.\nIn JavaScript: headingStyle.');
    expect(place.tidemark(['help', 'headingStyle']).stdout).toBe(topic);
  });

  test('tells of the commands, too', () => {
    const overview = place.tidemark(['--help']);
    for (const name of ['help', 'man', 'completions']) expect(place.tidemark(['help', name])).toEqual(overview);
    expect(place.tidemark(['help', 'work'])).toEqual(place.tidemark(['work', '--help']));
  });

  test('knows options as JavaScript calls them', () => {
    for (const name of names) expect(place.tidemark(['help', name])).toMatchObject({ status: 0, stderr: '' });
  });

  test('is coloured if that is forced, and not if that is not wanted', () => {
    const sequence = '\u001b[';
    expect(help).not.toContain(sequence);
    expect(place.tidemark(['--help'], '', { FORCE_COLOR: '1' }).stdout).toContain(sequence);
    expect(place.tidemark(['--help'], '', { FORCE_COLOR: '0' }).stdout).not.toContain(sequence);
  });
});

test('the version is that of the package', () => {
  const { version } = require('../../package.json');
  expect(place.tidemark(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

describe('a configuration', () => {
  test('is taken from the current folder, and flags go before it', () => {
    const own = new Place();
    own.write({ 'tidemark.config.json': '{"headingStyle": "setext", "gfm": {"tables": false}, "format": "md"}' });
    const html = '<h1>a</h1><del>b</del>';
    expect(own.tidemark([], html).stdout).toBe('a\n===\n\n~~b~~\n');
    expect(own.tidemark(['--heading-style', 'atx', '--no-gfm-strikethrough'], html).stdout).toBe(
      '# a\n\n<del>b</del>\n',
    );
    own.remove();
  });

  test('may be a module with functions', () => {
    place.write({
      'own.config.mjs': "export default { rules: [{ selector: 'b', replacement: (c) => '[' + c + ']' }] };",
    });
    expect(converted('<b>a</b>', '--config', 'own.config.mjs')).toBe('[a]\n');
  });

  test('with an option that is none is refused', () => {
    place.write({ 'wrong.json': '{"headingstyle": "atx"}' });
    expect(place.tidemark(['--config', 'wrong.json'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('has an option "headingstyle" that is none. Did you mean headingStyle?'),
    });
  });
});
