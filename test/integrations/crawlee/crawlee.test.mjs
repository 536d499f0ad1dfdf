import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { CheerioCrawler, createCheerioRouter } from '@crawlee/cheerio';
import { Configuration, Dataset, HttpCrawler, KeyValueStore, log } from '@crawlee/http';
import { PlaywrightCrawler } from '@crawlee/playwright';
import { convertSync } from 'tidemark';
import { convertPage } from 'tidemark/crawlee';

log.setLevel(log.LEVELS.OFF);
Configuration.getGlobalConfig().set('persistStorage', false);

const pages = {
  '/': '<title>Tides</title><h1>Tides</h1><p>See <a href="/spring/">spring</a> and <a href="neap?a=1&amp;b=é">neap</a>.',
  '/spring/': '<title>Spring</title><h1>Spring</h1><p>Back to <a href="../">all</a>.',
  '/neap?a=1&b=%C3%A9': '<title>Neap</title><h1>Neap</h1><script>document.body.append("flow")</script>',
};
let site;
const server = createServer((request, response) => {
  if (request.url === '/data') return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  if (request.url === '/moved') return response.writeHead(301, { location: '/spring/' }).end();
  const body = pages[request.url];
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
});
before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

const expected = (path) => convertSync(pages[path], { baseUrl: `${site}${path}` });
const settings = { maxRequestsPerCrawl: 20, maxRequestRetries: 0, maxConcurrency: 2 };

/** Runs a crawler on addresses, each of which must be handled. */
async function crawl(Crawler, requestHandler, addresses, more = {}) {
  const errors = [];
  const failedRequestHandler = (_, error) => errors.push(error);
  // By a key of its own each is handled, whatever has been before.
  const requests = addresses.map((url) => ({ url, uniqueKey: randomUUID() }));
  await new Crawler({ ...settings, requestHandler, failedRequestHandler, ...more }).run(requests);
  return errors;
}

describe('convertPage', () => {
  test('converts a site by a router, and saves it', async () => {
    const router = createCheerioRouter();
    router.addDefaultHandler(async (context) => {
      await convertPage(context, { content: 'all', dataset: 'site', store: 'site' });
      await context.enqueueLinks();
    });
    assert.deepEqual(await crawl(CheerioCrawler, router, [`${site}/`]), []);
    const { items } = await (await Dataset.open('site')).getData();
    const found = Object.fromEntries(items.map(({ url, title, markdown }) => [url, { title, markdown }]));
    assert.deepEqual(found, {
      [`${site}/`]: { title: 'Tides', markdown: expected('/') },
      [`${site}/spring/`]: { title: 'Spring', markdown: expected('/spring/') },
      [`${site}/neap?a=1&b=%C3%A9`]: { title: 'Neap', markdown: '# Neap' },
    });
    const store = await KeyValueStore.open('site');
    const keys = [];
    await store.forEachKey((key) => keys.push(key));
    assert.equal(keys.length, 3);
    const [key] = keys.filter((name) => name.includes('spring'));
    assert.match(key, /^127\.0\.0\.1-\d+-spring-[0-9a-f]{12}$/);
    assert.equal(await store.getValue(key), expected('/spring/'));
  });

  test('takes pages of HttpCrawler, from where they were loaded', async () => {
    const made = [];
    const handler = async (context) => made.push(await convertPage(context, { content: 'all', chunks: true }));
    assert.deepEqual(await crawl(HttpCrawler, handler, [`${site}/moved`]), []);
    assert.equal(made.length, 1);
    const [{ url, markdown, chunks, metadata, links }] = made;
    assert.deepEqual(
      { url, markdown, links },
      { url: `${site}/spring/`, markdown: expected('/spring/'), links: undefined },
    );
    assert.equal(chunks[0].text, markdown);
    assert.equal(metadata.title, 'Spring');
  });

  test('saves to the stores of the crawler itself', async () => {
    const handler = (context) =>
      convertPage(context, { content: 'all', dataset: true, store: true, parts: ['markdown', 'links'] });
    assert.deepEqual(await crawl(HttpCrawler, handler, [`${site}/spring/`]), []);
    const { items } = await (await Dataset.open()).getData();
    assert.deepEqual(
      items.map(({ url, links }) => [url, links.map(({ url }) => url)]),
      [[`${site}/spring/`, [`${site}/`]]],
    );
    const keys = [];
    await (await KeyValueStore.open()).forEachKey((key) => keys.push(key));
    assert.equal(keys.filter((key) => key.includes('spring')).length, 1);
  });

  test('takes a page as it is shown, where there is a browser', async (t) => {
    const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
      (name) => spawnSync(name, ['--version']).status === 0,
    );
    if (browser === undefined) return t.skip('there is no Chromium (Debian: apt-get install chromium)');
    const executablePath = spawnSync('which', [browser], { encoding: 'utf8' }).stdout.trim();
    const made = [];
    const errors = await crawl(
      PlaywrightCrawler,
      async (context) => made.push(await convertPage(context, { content: 'all' })),
      [`${site}/neap?a=1&b=é`],
      {
        launchContext: { launchOptions: { executablePath, args: ['--no-sandbox'] } },
        headless: true,
        browserPoolOptions: { useFingerprints: false },
      },
    );
    assert.deepEqual(errors, []);
    const [{ url, markdown }] = made;
    assert.deepEqual({ url, markdown }, { url: `${site}/neap?a=1&b=%C3%A9`, markdown: '# Neap\n\nflow' });
  });

  test('says what is no page, and what is wrong with options', async () => {
    const more = { additionalMimeTypes: ['application/json'] };
    const [error] = await crawl(HttpCrawler, (context) => convertPage(context), [`${site}/data`], more);
    assert.match(error.message, /Expected a page of HTML but http.*\/data is of type application\/json/);
    const [wrong] = await crawl(HttpCrawler, (context) => convertPage(context, { datset: true }), [`${site}/`]);
    assert.equal(wrong.code, 'ERR_INVALID_OPTION');
    const context = { request: { url: `${site}/` }, body: '<b>ebb' };
    for (const [given, options, code] of [
      [undefined, {}, 'ERR_INVALID_ARG'],
      [{}, {}, 'ERR_INVALID_ARG'],
      [context, null, 'ERR_INVALID_ARG'],
      [context, 'main', 'ERR_INVALID_ARG'],
      [context, { dataset: 5 }, 'ERR_INVALID_OPTION'],
      [context, { store: '' }, 'ERR_INVALID_OPTION'],
      [context, { format: 'text' }, 'ERR_INVALID_OPTION'],
    ]) {
      await assert.rejects(convertPage(given, options), { name: 'ConvertError', code });
    }
  });

  test('writes Markdown to a store, whatever parts there are, and has none that was not asked for', async () => {
    const kept = new Map();
    const store = { setValue: async (key, value) => void kept.set(key, value) };
    const context = { request: { url: `${site}/` }, body: '<a href="/x">ebb</a>', getKeyValueStore: async () => store };
    await convertPage(context, { parts: ['links'], store: true });
    assert.deepEqual([...kept.values()], [`[ebb](${site}/x)`]);
    assert.equal((await convertPage(context, { parts: ['links'] })).markdown, undefined);
  });

  test('takes a page whose server names an encoding that is none', async () => {
    const contentType = { type: 'text/html', encoding: 'x-none' };
    const { markdown } = await convertPage({
      request: { url: `${site}/` },
      body: Buffer.from('<b>fl\u00f6w'),
      contentType,
    });
    assert.equal(markdown, '**fl\u00f6w**');
  });
});
