import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Document } from '@langchain/core/documents';
import { RunnableLambda } from '@langchain/core/runnables';
import { ConvertError, convertSync, extractSync } from 'tidemark';
import { MarkdownLoader, MarkdownTransformer } from 'tidemark/langchain';

const page = `<!doctype html><html lang="en"><title>Tides</title><meta name="description" content="On water">
<h1>Tides</h1><p>Ebb and <b>flow</b>, <a href="/noon">at noon</a>.</p><h2>Spring</h2><p>Higher.</p><h2>Neap</h2><p>Lower.</p>`;
const markdown = convertSync(page);

describe('MarkdownTransformer', () => {
  test('makes one document of each', async () => {
    const documents = [
      new Document({ pageContent: page, metadata: { source: 'tides.html', title: 'Mine' }, id: '1' }),
      new Document({ pageContent: '<p>Ebb', metadata: {} }),
    ];
    const made = await new MarkdownTransformer().transformDocuments(documents);
    assert.deepEqual(made, [
      new Document({
        pageContent: markdown,
        metadata: { title: 'Mine', description: 'On water', language: 'en', source: 'tides.html' },
        id: '1',
      }),
      new Document({ pageContent: 'Ebb', metadata: {} }),
    ]);
    for (const one of made) assert(one instanceof Document);
    assert.equal(documents[0].pageContent, page);
  });

  test('makes one of each chunk, with where it stands', async () => {
    const chunks = { size: 30, unit: 'characters' };
    const input = [new Document({ pageContent: page, metadata: { source: 's' } })];
    const made = await new MarkdownTransformer({ chunks }).invoke(input);
    const expected = extractSync(page, { chunks }).chunks;
    assert(expected.length > 2);
    assert.deepEqual(
      made.map(({ pageContent }) => pageContent),
      expected.map(({ text }) => text),
    );
    const { metadata } = made.at(-1);
    const { headings, tokens, markdown: range, html } = expected.at(-1);
    assert.deepEqual(headings, ['Tides', 'Neap']);
    assert.deepEqual(metadata, {
      title: 'Tides',
      description: 'On water',
      language: 'en',
      source: 's',
      chunk: expected.length - 1,
      headings,
      tokens,
      markdownRange: range,
      htmlRange: html,
    });
    assert.equal(markdown.slice(...metadata.markdownRange), made.at(-1).pageContent);
  });

  test('takes its place in a chain', async () => {
    const chain = RunnableLambda.from((html) => [new Document({ pageContent: html })])
      .pipe(new MarkdownTransformer({ headingStyle: 'setext' }))
      .pipe(([{ pageContent }]) => pageContent);
    assert.equal(await chain.invoke('<h1>Ebb'), 'Ebb\n===');
    assert.deepEqual(await chain.batch(['<b>1', '<b>2']), ['**1**', '**2**']);
  });

  test('has links lead from the source of a document', async () => {
    const at = (source, fields) =>
      new MarkdownTransformer(fields).invoke([
        new Document({ pageContent: '<a href="b">b</a>', metadata: { source } }),
      ]);
    assert.equal((await at('https://example.com/a/'))[0].pageContent, '[b](https://example.com/a/b)');
    assert.equal(
      (await at('https://example.com/', { baseUrl: 'https://other.example/' }))[0].pageContent,
      '[b](https://other.example/b)',
    );
    assert.equal((await at('a.html'))[0].pageContent, '[b](b)');
  });

  test('keeps the order of many', async () => {
    const documents = Array.from(
      { length: 100 },
      (_, i) => new Document({ pageContent: `<p>${'x'.repeat((100 - i) * 500)}${i}` }),
    );
    const made = await new MarkdownTransformer().transformDocuments(documents);
    assert.deepEqual(
      made.map(({ pageContent }) => pageContent.replace(/^x*/, '')),
      documents.map((_, i) => String(i)),
    );
    assert.deepEqual(await new MarkdownTransformer().transformDocuments([]), []);
  });

  test('refuses wrong options at once, and fails with why', async () => {
    assert.throws(() => new MarkdownTransformer({ headinStyle: 'atx' }), {
      name: 'ConvertError',
      code: 'ERR_INVALID_OPTION',
    });
    for (const wrong of [{ format: 'text' }, { parts: ['links'] }, { timeout: 0 }, { signal: {} }]) {
      assert.throws(() => new MarkdownTransformer(wrong), { name: 'ConvertError', code: 'ERR_INVALID_OPTION' });
    }
    assert.throws(() => new MarkdownTransformer(null), { name: 'ConvertError', code: 'ERR_INVALID_ARG' });
    for (const wrong of [undefined, 5, { pageContent: 5 }]) {
      await assert.rejects(new MarkdownTransformer().transformDocuments([wrong]), { code: 'ERR_INVALID_ARG' });
    }
    assert.equal(
      (await new MarkdownTransformer().transformDocuments([{ pageContent: '<b>1' }]))[0].pageContent,
      '**1**',
    );
    const small = new MarkdownTransformer({ maxInputBytes: 10 });
    await assert.rejects(small.invoke([new Document({ pageContent: page })]), (error) => error instanceof ConvertError);
    const aborted = new MarkdownTransformer({ signal: AbortSignal.abort(new Error('enough')) });
    await assert.rejects(aborted.invoke([new Document({ pageContent: page })]), { message: 'enough' });
  });

  test('CommonJS has the classes of CommonJS', async () => {
    const require = createRequire(import.meta.url);
    const classes = require('@langchain/core/documents');
    const { MarkdownTransformer: Transformer } = require('tidemark/langchain');
    const [made] = await new Transformer().invoke([new classes.Document({ pageContent: '<b>1' })]);
    assert.equal(made.pageContent, '**1**');
    assert(made instanceof classes.Document);
  });
});

describe('MarkdownLoader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-langchain-'));
  const file = join(folder, 'a page.html');
  writeFileSync(file, page);
  const answers = {
    '/': { type: 'text/html; charset=utf-8', body: page },
    '/latin': { type: 'text/html; charset=iso-8859-1', body: Buffer.from('<p>fl\xf6w', 'latin1') },
    '/unknown': { type: 'text/html; charset=x-none', body: '<p>fl\u00f6w' },
    '/pdf': { type: 'application/pdf', body: '%PDF' },
  };
  let site;
  const server = createServer((request, response) => {
    if (request.url === '/never') return;
    if (request.url === '/moved') return response.writeHead(302, { location: '/' }).end();
    const { type, body } = answers[request.url] ?? {};
    if (body === undefined) return response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>None');
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  test('loads files and pages', async () => {
    const sources = [file, pathToFileURL(file), `${site}/`, new URL(`${site}/moved`), `${site}/latin`];
    const made = await new MarkdownLoader(sources, { headingStyle: 'setext' }).load();
    const here = convertSync(page, { headingStyle: 'setext' });
    const there = convertSync(page, { headingStyle: 'setext', baseUrl: `${site}/` });
    assert.deepEqual(
      made.map(({ pageContent }) => pageContent),
      [here, here, there, there, 'flöw'],
    );
    const found = made.map(({ metadata }) => metadata.source);
    assert.deepEqual(found, [file, pathToFileURL(file).href, `${site}/`, `${site}/`, `${site}/latin`]);
    assert.equal(made[0].metadata.title, 'Tides');
    assert(made[0] instanceof Document);
  });

  test('takes a page whose server names an encoding that is none', async () => {
    const [made] = await new MarkdownLoader(`${site}/unknown`).load();
    assert.equal(made.pageContent, 'fl\u00f6w');
  });

  test('waits for an answer no longer than it may', async () => {
    await assert.rejects(new MarkdownLoader(`${site}/never`, { timeout: 50 }).load(), {
      code: 'ERR_TIMEOUT',
      message: /did not answer within options\.timeout, 50 ms/,
    });
  });

  test('loads chunks', async () => {
    const made = await new MarkdownLoader(file, { chunks: { size: 30, unit: 'characters' } }).load();
    assert(made.length > 2);
    assert.deepEqual(made.at(-1).metadata.headings, ['Tides', 'Neap']);
  });

  test('says what is wrong with a source', async () => {
    const load = (source, fields) => new MarkdownLoader(source, fields).load();
    await assert.rejects(load(`${site}/none`), {
      message: /Expected http.*\/none to answer in HTML but it has answered 404 Not Found/,
    });
    await assert.rejects(load(`${site}/pdf`), { message: /answered with application\/pdf/ });
    await assert.rejects(load(`${site}/`, { maxInputBytes: 100 }), { code: 'ERR_INPUT_TOO_LARGE' });
    await assert.rejects(load(join(folder, 'none.html')), { code: 'ENOENT' });
    await assert.rejects(load(`${site}/`, { signal: AbortSignal.abort(new Error('enough')) }), { message: 'enough' });
    assert.throws(() => new MarkdownLoader([5]), { code: 'ERR_INVALID_ARG' });
    assert.throws(() => new MarkdownLoader(file, { hr: 'x' }), { code: 'ERR_INVALID_OPTION' });
  });

  test('gets pages by another fetch', async () => {
    const fetch = async (address) => new Response(`<p>${address}`, { headers: { 'content-type': 'text/html' } });
    const [made] = await new MarkdownLoader('https://example.com/x', { fetch }).load();
    assert.equal(made.pageContent, 'https://example.com/x');
    assert.equal(made.metadata.source, 'https://example.com/x');
  });
});
