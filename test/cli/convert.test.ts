import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './command';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const done = (stdout = '') => ({ status: 0, stdout, stderr: '' });

describe('one document', () => {
  test('from standard input to standard output', () => {
    expect(place.tidemark([], '<h1>Ebb</h1>')).toEqual(done('# Ebb\n'));
    expect(place.tidemark(['-'], '<h1>Ebb</h1>')).toEqual(done('# Ebb\n'));
    expect(place.tidemark(['-', '-o', '-'], '<h1>Ebb</h1>')).toEqual(done('# Ebb\n'));
    expect(place.files()).toEqual([]);
    expect(place.tidemark([], '')).toEqual(done());
  });

  test('from a file, whose bytes are decoded as browsers do', () => {
    place.write({ 'page.html': Buffer.from('<meta charset=iso-8859-2><p>\xb1', 'latin1') });
    expect(place.tidemark(['page.html'])).toEqual(done('ą\n'));
  });

  test('to a file with the ending of the format, which is replaced', () => {
    place.write({ 'page.html': '<p>new', 'out/page.md': 'old' });
    expect(place.tidemark(['page.html', '--out', 'out/page.md'])).toEqual(done());
    expect(place.read('out/page.md')).toBe('new\n');
    expect(place.files('out')).toEqual(['page.md']);
  });

  test('is not written over by its result', () => {
    place.write({ 'page.html': '<p>a', 'b/page.html': '<p>b' });
    expect(place.tidemark(['page.html', '-f', 'html', '-o', 'page.html'])).toMatchObject({ status: 2 });
    expect(place.tidemark(['b', '-f', 'html', '-o', 'b'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('(ERR_SAME_FILE)'),
    });
    expect(place.read('b/page.html')).toBe('<p>b');
  });
});

describe('formats', () => {
  const html = '<title>Tides</title><h1>Tides</h1><p>They <em>follow</em> the Moon.</p>';

  test.each([
    ['md', '# Tides\n\nThey *follow* the Moon.\n'],
    ['text', 'Tides\n\nThey follow the Moon.\n'],
    ['html', '<h1>Tides</h1>\n<p>They <em>follow</em> the Moon.</p>\n'],
  ])('%s', (format, result) => {
    expect(place.tidemark(['--format', format], html)).toEqual(done(result));
  });

  test('json', () => {
    const { stdout } = place.tidemark(['-f', 'json'], html);
    expect(JSON.parse(stdout)).toMatchObject({ source: '-', title: 'Tides', headings: [{ level: 1, text: 'Tides' }] });
  });

  test('jsonl is a line for each document, in one stream', () => {
    place.write({ 'site/a.html': html, 'site/b/c.html': '<p>ebb' });
    const { status, stdout } = place.tidemark(['site', '-f', 'jsonl', '--parts', 'markdown', '--chunks-size', '64']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(lines.map(({ source, markdown, chunks }) => [source, markdown, chunks.length]).sort()).toEqual([
      ['site/a.html', '# Tides\n\nThey *follow* the Moon.', 1],
      ['site/b/c.html', 'ebb', 1],
    ]);
    expect(place.tidemark(['site', '-f', 'jsonl', '--parts', 'markdown', '--out', 'x/all.jsonl'])).toEqual(done());
    expect(place.read('x/all.jsonl').split('\n').length).toBe(3);
    expect(place.files('x')).toEqual(['all.jsonl']);
  });

  test('the main content alone', () => {
    const page = `<nav><a href=/>Home</a></nav><main><h1>Tides</h1><p>${'They follow the Moon, and the Sun. '.repeat(9)}</main>`;
    expect(place.tidemark([], page).stdout).toContain('Home');
    expect(place.tidemark(['--main'], page).stdout).not.toContain('Home');
  });
});

describe('compressed files', () => {
  const page = Buffer.from('<h1>Ebb</h1>');

  test('are told by their content, Brotli by its name', () => {
    place.write({
      'a.html': zlib.gzipSync(page),
      'b.html.gz': zlib.gzipSync(page),
      'c.html.br': zlib.brotliCompressSync(page),
    });
    for (const file of ['a.html', 'b.html.gz', 'c.html.br']) expect(place.tidemark([file])).toEqual(done('# Ebb\n'));
  });

  test('with Zstandard are taken where Node.js knows it, and named where not', () => {
    const { zstdCompressSync } = zlib as unknown as { zstdCompressSync?: (bytes: Buffer) => Buffer };
    place.write({ 'a.html.zst': zstdCompressSync?.(page) ?? Buffer.from([0x28, 0xb5, 0x2f, 0xfd]) });
    const outcome = place.tidemark(['a.html.zst']);
    if (zstdCompressSync) expect(outcome).toEqual(done('# Ebb\n'));
    else expect(outcome).toMatchObject({ status: 1, stderr: expect.stringContaining('(ERR_UNSUPPORTED)') });
  });

  test('that are damaged, or grow without bound, are failures', () => {
    place.write({
      'a.html.gz': zlib.gzipSync(page).subarray(0, 12),
      'b.html.gz': zlib.gzipSync(Buffer.alloc(1 << 20)),
    });
    const { status, stderr } = place.tidemark(['a.html.gz', 'b.html.gz', '-o', 'out', '--max-input-bytes', '65536']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^tidemark: a\.html\.gz: It is not valid gzip: .* \(ERR_COMPRESSION\)$/m);
    expect(stderr).toMatch(/^tidemark: b\.html\.gz: .* \(ERR_INPUT_TOO_LARGE\)$/m);
  });
});

describe('folders and patterns', () => {
  const site = { 'site/index.html': '<p>1', 'site/a/b.htm': '<p>2', 'site/a/c.txt': 'no', 'site/a/d.xhtml': '<p>3' };

  test('keep their paths', () => {
    place.write(site);
    expect(place.tidemark(['site', '--out', 'md'])).toEqual(done());
    expect(place.files('md')).toEqual(['a/b.md', 'a/d.md', 'index.md']);
    expect(place.read('md/a/b.md')).toBe('2\n');
  });

  test('of a pattern begin where that does', () => {
    place.write(site);
    expect(place.tidemark(['./site/**/*.htm*', '-o', 'md'])).toEqual(done());
    expect(place.files('md')).toEqual(['a/b.md', 'index.md']);
    expect(place.tidemark(['site/a/*.txt', '-o', 'txt'])).toEqual(done());
    expect(place.files('txt')).toEqual(['c.txt.md']);
  });

  test('of several operands are kept from the current folder on', () => {
    place.write({ 'a/1.html': '<p>a', 'b/1.html': '<p>b', '1.html': '<p>c' });
    expect(place.tidemark(['a', 'b/1.html', './1.html', '-o', 'md'])).toEqual(done());
    expect(place.files('md')).toEqual(['1.md', 'a/1.md', 'b/1.md']);
  });

  test('do not share names: what differs in its ending keeps it', () => {
    place.write({ 's/a.html': '<p>1', 's/a.htm': '<p>2', 's/a.html.gz': zlib.gzipSync('<p>3'), 's/b.htm': '<p>4' });
    expect(place.tidemark(['s', '-o', 'md'])).toEqual(done());
    expect(place.files('md').map((name) => [name, place.read(`md/${name}`)])).toEqual([
      ['a.htm.md', '2\n'],
      ['a.html.gz.md', '3\n'],
      ['a.md', '1\n'],
      ['b.md', '4\n'],
    ]);
  });

  test('are converted once, however often they are named', () => {
    place.write({ 'a.html': 'a', 'b/c.html': 'c', 'b/d.html': 'd' });
    const operands = ['a.html', './a.html', '.', 'b', 'b/c.html', 'b/*.html', 'b/c.html'];
    const { status, stderr } = place.tidemark([...operands, '-o', 'md', '--progress', 'json']);
    expect({ status, ...JSON.parse(stderr) }).toMatchObject({ status: 0, converted: 3, failed: 0, total: 3 });
    expect(place.files('md')).toEqual(['a.md', 'b/c.md', 'b/d.md']);
  });

  test('behind a link to a folder are those of who names the link', () => {
    place.write({ 'site/a.html': 'a', 'other/b.html': 'b' });
    symlinkSync('../other', join(place.path, 'site', 'link'));
    expect(place.tidemark(['site', 'site/link', '-o', 'md'])).toEqual(done());
    expect(place.files('md')).toEqual(['site/a.md', 'site/link/b.md']);
  });

  test.each([
    ['in one folder', ['x'], { 'x/a?b.html': '1', 'x/a%3Fb.html': '2' }],
    ['with endings within each other', ['x'], { 'x/a.htm': '1', 'x/a.html': '', 'x/a.htm.html': '2' }],
  ])('whose results would have the same name do not write over each other: %s', (_, operands, files) => {
    place.write(files);
    const { status, stderr } = place.tidemark([...operands, '-o', 'md']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^tidemark: .*: Its result would be .*, as that of another: .* \(ERR_SAME_NAME\)\n$/);
  });

  test('nor do those of a folder outside of the current one', () => {
    place.write({ 'x/a.html': '1', 'here/x/a.html': '2' });
    const { status, stderr } = place.shell('cd here && tidemark x ../x -o md');
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('(ERR_SAME_NAME)') });
  });

  test('have names that every file system takes', () => {
    const long = 'x'.repeat(251);
    place.write({
      's/page?id=1.html': '1',
      's/con.html': '2',
      's/a:b .html': '3',
      's/é \u0001.html': '4',
      [`s/${long}.htm`]: '5',
    });
    expect(place.tidemark(['s', '-o', 'md', '-f', 'json'])).toEqual(done());
    const names = place.files('md');
    expect(names.slice(0, -2)).toEqual(['a%3Ab .json', 'con_.json', 'page%3Fid=1.json']);
    expect(names.at(-2)).toMatch(/^x{200,}~[0-9a-f]{16}\.json$/);
    expect(names.at(-1)).toBe('é %01.json');
  });

  test('that lead in a circle, or into the results, end', () => {
    place.write({ 's/a.html': '<p>1', 's/out/old.html': '<p>2' });
    symlinkSync('..', join(place.path, 's', 'up'));
    symlinkSync('a.html', join(place.path, 's', 'link.html'));
    expect(place.tidemark(['s', '-f', 'html', '-o', 's/out'])).toEqual(done());
    expect(place.files('s/out')).toEqual(['a.html', 'link.html', 'old.html']);
  });
});

describe('a run', () => {
  test('goes on after what fails, lists that at the end, and exits with 1', () => {
    place.write({ 's/1.html': '<p>1', 's/2.html': `<p>${'2'.repeat(99)}`, 's/3.html': '<p>3', 'md/3.md/x': '' });
    const { status, stdout, stderr } = place.tidemark([
      's',
      'none.html',
      'e*.html',
      '-o',
      'md',
      '--max-input-bytes',
      '50',
    ]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n').sort()).toEqual([
      'tidemark: e*.html: There is no document in it (ERR_NO_INPUT)',
      'tidemark: none.html: There is no such file (ENOENT)',
      'tidemark: s/2.html: It has more than 50 bytes, the most that --max-input-bytes allows (ERR_INPUT_TOO_LARGE)',
    ]);
    expect(place.files('md')).toEqual(['3.md/x', 's/1.md', 's/3.md']);
  });

  test('tells the engine’s reasons, and those of what cannot be written', () => {
    place.write({ 's/1.html': '<p>1', 's/2.html': '<blockquote>'.repeat(9), 'md/1.md/x': '' });
    const { status, stderr } = place.tidemark(['s', '-o', 'md', '--max-depth', '5']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^tidemark: s\/1\.html: .* \((EISDIR|ENOTEMPTY|EEXIST)\)$/m);
    expect(stderr).toMatch(/^tidemark: s\/2\.html: .* \(ERR_INPUT_TOO_LARGE\)$/m);
    expect(place.files('md')).toEqual(['1.md/x']);
  });

  test('leaves out what is there with --skip-existing', () => {
    place.write({ 's/1.html': '<p>1', 's/2.html': '<p>2', 'md/1.md': 'old' });
    expect(place.tidemark(['s', '-o', 'md', '--skip-existing'])).toEqual(done());
    expect([place.read('md/1.md'), place.read('md/2.md')]).toEqual(['old', '2\n']);
  });

  test('writes nothing with --dry-run', () => {
    place.write({ 's/1.html': '<p>1' });
    expect(place.tidemark(['s', '-o', 'md', '-n'])).toEqual(done('s/1.html -> md/1.md\n'));
    expect(place.tidemark(['s/1.html', '-n'])).toEqual(done('s/1.html -> standard output\n'));
    expect(place.files()).toEqual(['s/1.html']);
  });

  test('tells its progress in JSON', () => {
    place.write({ 's/1.html': '<p>1', 's/2.html': `<p>${'2'.repeat(99)}` });
    const { status, stderr } = place.tidemark(['s', '-o', 'md', '--progress', 'json', '--max-input-bytes', '50']);
    expect(status).toBe(1);
    const lines = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(-2)).toEqual([
      { type: 'failure', path: 's/2.html', code: 'ERR_INPUT_TOO_LARGE', message: expect.any(String) },
      expect.objectContaining({ type: 'end', converted: 1, skipped: 0, failed: 1, bytes: 4 }),
    ]);
  });

  test('draws a line if that is asked for, and ends with a summary', () => {
    place.write({ 's/1.html': '<p>1' });
    const { status, stderr } = place.tidemark(['s', '-o', 'md', '--progress', 'bar']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/1 converted: 0\.0 MB in \d+\.\d s\n$/);
  });
});
