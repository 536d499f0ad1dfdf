import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './command';
import { zipOf } from './zip';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const done = { status: 0, stdout: '', stderr: '' };
const lines = (text: string) => text.trimEnd().split('\n');

describe('a ZIP archive', () => {
  const site = zipOf([
    { name: 'index.html', content: '<p>1' },
    { name: 'a/b.htm', content: '<p>2 <a href="../index.html#x">up</a>', stored: true },
    { name: 'a/b.html.gz', content: gzipSync('<p>3') },
    { name: 'a/style.css', content: 'p {}' },
    { name: '__MACOSX/._index.html', content: 'no' },
    { name: 'a/', stored: true },
    { name: 'a/mail.eml', content: 'From: a@b.test\nSubject: Ebb\n\nLow.' },
  ]);

  test('is as a folder, by its content and not its name', () => {
    place.write({ site });
    expect(place.tidemark(['site', '-o', 'md', '--links', 'md'])).toEqual(done);
    expect(place.files('md')).toEqual(['a/b.htm.md', 'a/b.md', 'a/mail.md', 'index.md']);
    expect(place.read('md/a/b.htm.md')).toBe('2 [up](../index.md#x)\n');
    expect(place.read('md/a/b.md')).toBe('3\n');
    expect(place.read('md/a/mail.md')).toBe('---\ntitle: "Ebb"\nfrom: "a@b.test"\n---\n\nLow.\n');
  });

  test('among others is a folder of its name', () => {
    place.write({ 's/site.zip': site, 's/x.html': '<p>x' });
    expect(place.tidemark(['s/*', '-o', 'md', '--links', 'md'])).toEqual(done);
    expect(place.files('md')).toEqual([
      'site.zip/a/b.htm.md',
      'site.zip/a/b.md',
      'site.zip/a/mail.md',
      'site.zip/index.md',
      'x.md',
    ]);
    expect(place.read('md/site.zip/a/b.htm.md')).toBe('2 [up](../index.md#x)\n');
  });

  test('may come from standard input, and become one stream', () => {
    place.write({ site });
    const { status, stdout } = place.shell('cat site | tidemark -f jsonl --content all');
    expect(status).toBe(0);
    expect(lines(stdout).map((line) => JSON.parse(line).source)).toEqual([
      '-/index.html',
      '-/a/b.htm',
      '-/a/b.html.gz',
      '-/a/mail.eml',
    ]);
    expect(place.tidemark(['site'])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('site holds several documents: --out FOLDER'),
    });
  });

  test('writes nothing outside the folder, whatever its names are', () => {
    const names = [
      '../up.html',
      '/root.html',
      'a/../../up2.html',
      'C:/drive.html',
      '..\\up3.html',
      'a\\..\\..\\up4.html',
    ];
    place.write({
      'in/site.zip': zipOf([
        ...names.map((name) => ({ name, content: '<p>out' })),
        { name: 'con.html', content: '<p>1' },
        { name: 'a\\b.html', content: '<p>2' },
        { name: `${'x'.repeat(300)}.html`, content: '<p>3' },
        { name: 'a/./c.html', content: '<p>4' },
      ]),
    });
    const { status, stderr } = place.tidemark(['in/site.zip', '-o', 'in/md']);
    expect(status).toBe(1);
    expect(lines(stderr).filter((line) => line.includes('leads out of the archive'))).toHaveLength(names.length);
    const files = place.files();
    expect(files.filter((name) => !name.startsWith('in/md/'))).toEqual(['in/site.zip']);
    expect(files.slice(0, 3)).toEqual(['in/md/a/b.md', 'in/md/a/c.md', 'in/md/con_.md']);
    expect(files[3]).toMatch(/^in\/md\/x{200,}~[0-9a-f]{16}\.md$/);
  });

  test('that is a bomb, or cannot be read, is told, and the rest is converted', () => {
    place.write({
      'a.zip': zipOf([
        { name: '1.html', content: Buffer.alloc(1 << 20, 'x') },
        { name: '2.html', content: '<p>2', encrypted: true },
        { name: '3.html', content: Buffer.alloc(1 << 20, 'x'), size: 4 },
        { name: '4.html', content: zipOf([{ name: 'x.html', content: '<p>x' }]) },
        { name: '5.html', content: '<p>5' },
      ]),
      'b.zip': zipOf([{ name: 'x.html', content: Buffer.alloc(60_000, '<p>x'), again: 9 }]),
      'c.zip': site.subarray(0, 200),
      'd.zip': zipOf([{ name: 'x.css', content: '' }]),
      'e.zip': zipOf([
        { name: 'a.html', content: '<p>1' },
        { name: './a.html', content: '<p>2' },
      ]),
    });
    const { status, stderr } = place.tidemark([
      'a.zip',
      'b.zip',
      'c.zip',
      'd.zip',
      'e.zip',
      '-o',
      'md',
      '--max-input-bytes',
      '65536',
    ]);
    expect(status).toBe(1);
    const told = lines(stderr).map((line) => /^tidemark: (.*?): .* \((\w+)\)$/.exec(line)?.slice(1).join(' '));
    expect(told.slice(0, 4)).toEqual([
      'a.zip/1.html ERR_INPUT_TOO_LARGE',
      'a.zip/2.html ERR_ENCRYPTED',
      'a.zip/3.html ERR_ARCHIVE',
      'a.zip/4.html ERR_UNSUPPORTED',
    ]);
    expect(told.slice(4, -3).every((line) => /^b\.zip\/x\d\.html ERR_ARCHIVE$/.test(line ?? ''))).toBe(true);
    expect(told.slice(-3)).toEqual(['c.zip ERR_ARCHIVE', 'd.zip ERR_NO_INPUT', 'e.zip/a.html ERR_ARCHIVE']);
    expect(place.read('md/e.zip/a.md')).toBe('1\n');
    expect(place.files('md')).toContain('a.zip/5.md');
  });
});

describe('a book', () => {
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title>Tides &amp; Moon</dc:title><dc:creator>A. Ebb</dc:creator><dc:creator>B. Flow</dc:creator><dc:language>en</dc:language></metadata>
    <manifest><item id="two" href="text/2%20b.xhtml"/><item id="one" href="text/1.xhtml"/><item id="css" href="x.css"/>
    <item id="gone" href="gone.xhtml"/><item id="drm" href="drm.xhtml"/></manifest>
    <spine><itemref idref="two"/><itemref idref="one"/><itemref idref="gone"/><itemref idref="drm"/></spine></package>`;
  const members = [
    { name: 'mimetype', content: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      content: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      name: 'META-INF/encryption.xml',
      content:
        '<encryption><enc:EncryptedData><enc:CipherReference URI="OEBPS/drm.xhtml"/></enc:EncryptedData></encryption>',
    },
    { name: 'OEBPS/text/1.xhtml', content: '<html><body><h1>One</h1></body></html>' },
    { name: 'OEBPS/text/2 b.xhtml', content: '<html><body><h1>Two</h1><p><a href="1.xhtml#a">on</a></body></html>' },
    { name: 'OEBPS/drm.xhtml', content: 'x' },
    { name: 'OEBPS/book.opf', content: opf },
  ];

  test('is one text in the order of its chapters, or a file for each', () => {
    place.write({ 'book.epub': zipOf(members) });
    const { status, stdout, stderr } = place.tidemark(['book.epub', '--no-frontmatter']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '# Two\n\n[on](1.xhtml#a)\n\n# One\n' });
    expect(lines(stderr)).toEqual([
      'tidemark: book.epub/OEBPS/gone.xhtml: The book has no OEBPS/gone.xhtml (ERR_ARCHIVE)',
      'tidemark: book.epub/OEBPS/drm.xhtml: It is encrypted (ERR_ENCRYPTED)',
    ]);
    place.tidemark(['book.epub', '-o', 'md', '--links', 'md']);
    expect(place.files('md/OEBPS')).toEqual(['text/1.md', 'text/2 b.md']);
    expect(place.read('md/OEBPS/text/2 b.md')).toBe(
      '---\nbook: "Tides & Moon"\nauthors: ["A. Ebb", "B. Flow"]\nlanguage: "en"\n---\n\n# Two\n\n[on](1.md#a)\n',
    );
  });

  test('without a package is told', () => {
    place.write({ 'book.epub': zipOf(members.slice(0, 2)) });
    expect(place.tidemark(['book.epub'])).toMatchObject({
      status: 1,
      stderr: 'tidemark: book.epub: The book has no OEBPS/book.opf (ERR_ARCHIVE)\n',
    });
  });
});

describe('a message', () => {
  const mail = (...parts: string[]) => parts.join('\r\n');
  const picture = Buffer.from('picture').toString('base64');
  const html = mail(
    'From: =?utf-8?q?J=C3=B6rg?= <j@a.test>',
    'To: B <b@a.test>, c@a.test',
    'Subject: =?iso-8859-1?q?Ebbe_=E9?=',
    'Date: Mon, 30 Nov 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=x',
    '',
    '--x',
    'Content-Type: multipart/alternative; boundary=y',
    '',
    '--y',
    'Content-Type: text/plain',
    '',
    'plain',
    '--y',
    'Content-Type: text/html; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>H=E9 <img src=3D"cid:a@b" alt=3D"chart"><img src=3Dcid:none alt=3Dgone>',
    '--y--',
    '--x',
    'Content-Type: image/png',
    'Content-ID: <a@b>',
    'Content-Transfer-Encoding: base64',
    '',
    picture,
    '--x--',
    '',
  );

  test('is its HTML, with its headers before it', () => {
    place.write({ 'm.eml': html });
    const head =
      '---\ntitle: "Ebbe é"\nfrom: "Jörg <j@a.test>"\nto: ["B <b@a.test>", "c@a.test"]\ndate: "2026-11-30T09:00:00.000Z"\n---\n\n';
    expect(place.tidemark(['m.eml'])).toEqual({ status: 0, stdout: `${head}Hé chart gone\n`, stderr: '' });
    expect(place.tidemark(['m.eml', '--data-images', 'keep', '--no-frontmatter']).stdout).toBe(
      `Hé ![chart](data:image/png;base64,${picture})![gone](data:,)\n`,
    );
    expect(place.tidemark(['m.eml', '--frontmatter']).stdout).toContain(head.slice(0, -5));
    expect(
      JSON.parse(place.tidemark(['m.eml', '-f', 'json', '--content', 'all', '--parts', 'markdown']).stdout),
    ).toMatchObject({
      source: 'm.eml',
      title: 'Ebbe é',
      to: ['B <b@a.test>', 'c@a.test'],
      markdown: 'Hé chart gone',
    });
  });

  test('of text alone is that, with what it quotes', () => {
    place.write({
      'm.eml.gz': gzipSync('Received: x\nFrom: a@b.test\n\nYes *so*.\n\n> one\n> two\n>> three\n\n<b>\nend\n'),
    });
    expect(place.tidemark(['m.eml.gz', '--no-frontmatter']).stdout).toBe(
      'Yes \\*so*.\n\n> one\\\n> two\n>\n> > three\n\n\\<b>\\\nend\n',
    );
  });

  test('of more lines than can be held is told', () => {
    place.write({ 'm.eml': `From: a@b.test\nSubject: x\n\n${'\n'.repeat(200_000)}` });
    expect(place.tidemark(['m.eml'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'tidemark: m.eml: It has more than 100000 lines that are short (ERR_INPUT_TOO_LARGE)\n',
    });
  });

  test('that is a saved page has its address', () => {
    place.write({
      's/page.mhtml': mail(
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: https://a.test/dir/page',
        'Subject: Page',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; type="text/html"; boundary="x"',
        '',
        '--x',
        'Content-Type: text/html',
        'Content-ID: <frame@mhtml.blink>',
        'Content-Transfer-Encoding: quoted-printable',
        'Content-Location: https://a.test/dir/page',
        '',
        '<p><a href=3D"../x">x</a><img src=3D"pic.png" alt=3D"pic">',
        '--x',
        'Content-Type: image/png',
        'Content-Transfer-Encoding: base64',
        'Content-Location: https://a.test/dir/pic.png',
        '',
        picture,
        '--x--',
        '',
      ),
    });
    expect(place.tidemark(['s', '-o', 'md'])).toEqual(done);
    expect(place.read('md/page.md')).toBe(
      '---\nurl: "https://a.test/dir/page"\n---\n\n[x](https://a.test/x)![pic](https://a.test/dir/pic.png)\n',
    );
  });
});

describe('an export of notes', () => {
  const note = (title: string, content: string, more = '') =>
    `<note><title>${title}</title><created>20260131T120000Z</created><tag>sea</tag><tag>moon</tag>
    <note-attributes><author>A</author><source-url>https://a.test/?a=1&amp;b=2</source-url></note-attributes>
    <content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>${content}</en-note>]]></content>
    ${more}</note>`;
  const bytes = Buffer.from('a picture');
  const hash = require('node:crypto').createHash('md5').update(bytes).digest('hex');
  const resource = `<resource><data encoding="base64">\n${bytes.toString('base64').replace(/(.{5})/g, '$1\n')}\n</data><mime>image/png</mime>
    <resource-attributes><file-name>tide "1".png</file-name></resource-attributes></resource>`;
  const enex = (...notes: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">\n<en-export>${notes.join('')}</en-export>`;

  test('is a document for each note', () => {
    place.write({
      'my.enex': enex(
        note(
          'Ebb/flow &amp; more',
          `<div><en-todo checked="true"/>done</div><en-media type="image/png" hash="${hash}"/>`,
          resource,
        ),
        note('ebb-flow & more', '<ul><li><en-todo/>open</li></ul>'),
        note('', 'x'.repeat(70_000)),
        note('..', '<b>last</b>'),
      ),
    });
    const { status, stderr } = place.tidemark(['my.enex', '-o', 'md', '--max-input-bytes', '65536']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^tidemark: my\.enex\/untitled: .* \(ERR_INPUT_TOO_LARGE\)\n$/);
    expect(place.files('md')).toEqual(['...md', 'Ebb-flow & more.md', 'ebb-flow & more 2.md']);
    const head = (title: string) =>
      `---\ntitle: "${title}"\ncreated: "2026-01-31T12:00:00Z"\ntags: ["sea", "moon"]\nauthor: "A"\nurl: "https://a.test/?a=1&b=2"\n---\n\n`;
    expect(place.read('md/Ebb-flow & more.md')).toBe(`${head('Ebb/flow & more')}☑ done\n\ntide "1".png\n`);
    expect(place.read('md/ebb-flow & more 2.md')).toBe(`${head('ebb-flow & more')}- [ ] open\n`);
    expect(place.tidemark(['my.enex', '-f', 'jsonl', '--content', 'all', '--data-images', 'keep']).stdout).toContain(
      `![tide \\"1\\".png](data:image/png;base64,${bytes.toString('base64')})`,
    );
  });

  test('that ends within a note is told, and the notes before are converted', () => {
    place.write({ 'my.enex': enex(note('Ebb', 'low'), note('Flow', 'high')).slice(0, -60) });
    const { status, stdout, stderr } = place.tidemark([
      'my.enex',
      '-f',
      'jsonl',
      '--content',
      'all',
      '--parts',
      'markdown',
    ]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'tidemark: my.enex: The file ends within a note (ERR_ARCHIVE)\n',
    });
    expect(lines(stdout).map((line) => JSON.parse(line).markdown)).toEqual(['low']);
  });
});
