import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { convertSync, estimateTokens } from 'tidemark';
import { hosts, type Options, type Pages, type Site } from './hosts';

// What holds for all hosts.
const markdown = { accept: 'text/markdown, text/html;q=0.9, */*;q=0.1' };
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const page = '<!doctype html><title>Tides</title><h1>Tides</h1><p>Ebb and <b>flöw</b> at <a href="/noon">noon</a>.';
const expected = convertSync(page);
const html = { 'content-type': 'text/html; charset=utf-8' };
const of = (body: string, headers = {}, status = 200) => ({ status, headers: { ...html, ...headers }, body });

const large = `<h1>Tides</h1>${'<p>Ebb and <b>flow</b>, and so on.</p>'.repeat(5000)}`;
async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe.each(Object.entries(hosts))('%s', (name, serve) => {
  let site: Site | undefined;
  const open = async (pages: Pages, options?: Options): Promise<Site> => {
    site = await serve(pages, options);
    return site;
  };
  afterEach(async () => {
    await site?.close();
    site = undefined;
  });

  test('answers in Markdown who asks for it, and says so', async () => {
    const { ask } = await open({ '/': of(page, { 'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT' }) });
    const { status, headers, text } = await ask('/', markdown);
    expect({ status, text }).toEqual({ status: 200, text: expected });
    expect(headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-length': String(Buffer.byteLength(expected)),
      vary: 'Accept',
      etag: expect.stringMatching(/^"[0-9a-f]{32}-md-[0-9a-f]{8}"$/),
      'x-markdown-tokens': String(estimateTokens(expected)),
      'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT',
    });
  });

  test('answers all others as ever, but for Vary', async () => {
    const { ask } = await open({ '/': of(page, { etag: '"1"', vary: 'Accept-Encoding' }) });
    for (const headers of [browser, {}, { accept: '*/*' }, { accept: 'text/markdown;q=0.5, text/html' }]) {
      const answer = await ask('/', headers);
      expect(answer).toMatchObject({ status: 200, text: page });
      expect(answer.headers).toMatchObject({ ...html, etag: '"1"', vary: 'Accept-Encoding, Accept' });
      expect(answer.headers).not.toHaveProperty('x-markdown-tokens');
    }
  });

  test.each([
    ['Accept', 'Accept'],
    ['accept-encoding, ACCEPT', 'accept-encoding, ACCEPT'],
    ['*', '*'],
    ['Origin', 'Origin, Accept'],
  ])('Vary: %s becomes %s', async (before, after) => {
    const { ask } = await open({ '/': of(page, { vary: before }) });
    expect((await ask('/', markdown)).headers['vary']).toBe(after);
    expect((await ask('/', browser)).headers['vary']).toBe(after);
  });

  test('keeps the status', async () => {
    const { ask } = await open({ '/gone': of('<h1>Gone', {}, 410) });
    expect(await ask('/gone', markdown)).toMatchObject({ status: 410, text: '# Gone' });
  });

  test('leaves what is no HTML alone', async () => {
    const json = { headers: { 'content-type': 'application/json' }, body: '{"a":"<b>"}' };
    const { ask } = await open({
      '/json': json,
      '/xhtml': { ...json, headers: { 'content-type': 'application/xhtml+xml' } },
    });
    for (const path of ['/json', '/xhtml']) {
      const answer = await ask(path, markdown);
      expect(answer.text).toBe(json.body);
      expect(answer.headers).not.toHaveProperty('vary');
    }
  });

  test('leaves alone what may not be transformed, and parts', async () => {
    const parts = of(page.slice(0, 9), { 'content-range': `bytes 0-8/${page.length}` }, 206);
    const { ask } = await open({ '/fixed': of(page, { 'cache-control': 'public, no-transform' }), '/part': parts });
    expect(await ask('/fixed', markdown)).toMatchObject({ text: page });
    expect(await ask('/part', markdown)).toMatchObject({ status: 206, text: page.slice(0, 9) });
  });

  test('has a tag of its own for what has one, weak or strong', async () => {
    const { ask } = await open({ '/strong': of(page, { etag: '"v1"' }), '/weak': of(page, { etag: 'W/"v1"' }) });
    expect((await ask('/strong', markdown)).headers.etag).toMatch(/^"v1-md-[0-9a-f]{8}"$/);
    expect((await ask('/weak', markdown)).headers.etag).toMatch(/^W\/"v1-md-[0-9a-f]{8}"$/);
  });

  test('another way of writing has another tag', async () => {
    const tags = new Set<string | undefined>();
    for (const options of [{}, { headingStyle: 'setext' }, { content: 'main' }] as Options[]) {
      const { ask } = await open({ '/': of(page, { etag: '"v1"' }) }, options);
      tags.add((await ask('/', markdown)).headers.etag);
      await site?.close();
    }
    expect(tags.size).toBe(3);
  });

  test.each([
    ['with a tag', { etag: '"v1"' }],
    ['without a tag', {}],
  ])('304 says that nothing has changed, %s', async (_, own) => {
    const { ask } = await open({ '/': of(page, own) });
    const { etag = '' } = (await ask('/', markdown)).headers;
    for (const tags of [etag, `"other", W/${etag}`, '*']) {
      const answer = await ask('/', { ...markdown, 'if-none-match': tags });
      expect({ tags, status: answer.status, text: answer.text }).toEqual({ tags, status: 304, text: '' });
      expect(answer.headers).toMatchObject({ etag, vary: 'Accept' });
      expect(answer.headers).not.toHaveProperty('content-type');
    }
    for (const tags of ['"v1"', '"other"', 'v1']) {
      expect(await ask('/', { ...markdown, 'if-none-match': tags })).toMatchObject({ status: 200, text: expected });
    }
  });

  test('304 is for what is no HTML too, by its own tag', async () => {
    const text = { headers: { 'content-type': 'text/plain', etag: '"t"' }, body: 'ebb' };
    const { ask } = await open({ '/': text });
    expect(await ask('/', { ...markdown, 'if-none-match': '"t"' })).toMatchObject({ status: 304, text: '' });
    expect(await ask('/', markdown)).toMatchObject({ status: 200, text: 'ebb' });
  });

  test('the answer to HEAD has the same fields, and no body', async () => {
    const { ask } = await open({ '/': of(page, { etag: '"v1"' }) });
    const { headers } = await ask('/', markdown);
    const answer = await ask('/', markdown, 'HEAD');
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: headers.etag, vary: 'Accept', 'content-type': headers['content-type'] },
    });
    expect([headers['content-length'], undefined]).toContain(answer.headers['content-length']);
  });

  test.each([204, 304])('%i stays without a body', async (status) => {
    const { ask } = await open({ '/': { status, headers: { ...html, etag: '"v1"' } } });
    expect(await ask('/', markdown)).toMatchObject({ status, text: '' });
  });

  test('what is large is converted as it comes', async () => {
    const body = () => inPieces(large, 1000);
    const { ask } = await open({ '/': { headers: { ...html, etag: '"v1"' }, body } }, { maxBufferedBytes: 4000 });
    const { headers, text } = await ask('/', markdown);
    expect(text).toBe(convertSync(large));
    expect(headers).toMatchObject({ vary: 'Accept', 'content-type': 'text/markdown; charset=utf-8' });
    expect(headers.etag).toMatch(/^"v1-md-/);
    expect(headers).not.toHaveProperty('content-length');
    expect(headers).not.toHaveProperty('x-markdown-tokens');
  });

  test('what comes in pieces is one document', async () => {
    const { ask } = await open({ '/': { headers: html, body: () => inPieces(page, 3) } });
    expect((await ask('/', markdown)).text).toBe(expected);
  });

  test('bytes are read by the charset of the answer', async () => {
    const body = Buffer.from('<p>fl\xf6w', 'latin1');
    const headers = { 'content-type': 'text/html; charset="ISO-8859-1"' };
    const unknown = { 'content-type': 'text/html; charset=no-such' };
    const { ask } = await open({ '/': { headers, body }, '/unknown': { headers: unknown, body } });
    expect((await ask('/', markdown)).text).toBe('flöw');
    expect((await ask('/unknown', markdown)).text).toBe('flöw');
  });

  test('what is encoded is decoded, and what cannot be goes its way', async () => {
    const gzip = { ...html, 'content-encoding': 'gzip', etag: '"z"' };
    const body = gzipSync(page);
    const { ask } = await open({
      '/gzip': { headers: gzip, body },
      '/other': { headers: { ...html, 'content-encoding': 'sdch' }, body },
      '/broken': { headers: gzip, body: body.subarray(0, 40) },
      '/undone': { headers: { ...html, 'content-encoding': 'br' }, body: page },
    });
    const { headers, text } = await ask('/gzip', markdown);
    expect(text).toBe(expected);
    expect(headers).not.toHaveProperty('content-encoding');
    expect((await ask('/other', markdown)).body).toEqual(body);
    expect((await ask('/undone', markdown)).text).toBe(expected);
    const broken = await ask('/broken', markdown);
    expect(broken.body).toEqual(body.subarray(0, 40));
    expect(broken.headers).toMatchObject({ ...gzip, vary: 'Accept' });
  });

  test('what cannot be converted stays HTML, and why is told', async () => {
    const errors: unknown[] = [];
    const onError = (error: unknown) => {
      errors.push((error as { code: string }).code);
      throw new Error('from onError');
    };
    const body = () => inPieces(large, 1000);
    const { ask } = await open({ '/': of(page), '/large': { headers: html, body } }, { maxOutputBytes: 10, onError });
    const answer = await ask('/', markdown);
    expect(answer).toMatchObject({ status: 200, text: page });
    expect(answer.headers).toMatchObject({ ...html, vary: 'Accept' });
    expect((await ask('/large', markdown)).text).toBe(large);
    expect(errors).toEqual(['ERR_INPUT_TOO_LARGE', 'ERR_INPUT_TOO_LARGE']);
  });

  test('what is too large stays HTML, whether it says so or not', async () => {
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push((error as Error).message);
    const pages = {
      '/': of(large, { 'content-length': String(large.length) }),
      '/pieces': { headers: html, body: () => inPieces(large, 1000) },
    };
    const { ask } = await open(pages, { maxInputBytes: 20_000, onError });
    for (const path of ['/', '/pieces']) expect((await ask(path, markdown)).text).toBe(large);
    expect(errors).toEqual(Array(2).fill(expect.stringContaining('larger than options.maxInputBytes, 20000 bytes')));
  });

  test('ranges of the HTML are not asked for', async () => {
    const { ask, seen } = await open({ '/': of(page) });
    const ranges = { range: 'bytes=0-3', 'if-range': '"v1"' };
    expect(await ask('/', { ...markdown, ...ranges })).toMatchObject({ status: 200, text: expected });
    await ask('/', ranges);
    if (name === 'a web Response') return; // The handler is not known there.
    expect(seen[0]).not.toHaveProperty('range');
    expect(seen[0]).not.toHaveProperty('if-range');
    expect(seen[1]).toMatchObject(ranges);
  });

  test('whoever makes the HTML is asked for its tag, not for that of the Markdown', async () => {
    const { ask, seen } = await open({ '/': of(page, { etag: '"v1"' }) });
    if (name === 'a web Response') return;
    const { etag = '' } = (await ask('/', markdown)).headers;
    const dates = { 'if-modified-since': 'Mon, 23 Nov 2026 10:00:00 GMT' };
    await ask('/', { ...markdown, ...dates, 'if-none-match': `"v0", ${etag}` });
    expect(seen[1]).toMatchObject({ 'if-none-match': '"v1"' });
    expect(seen[1]).not.toHaveProperty('if-modified-since');
    await ask('/', { ...markdown, ...dates, 'if-none-match': '"v1"' });
    expect(seen[2]).not.toHaveProperty('if-none-match');
    await ask('/', { ...markdown, ...dates });
    expect(seen[3]).toMatchObject(dates);
  });

  test('its 304 has the tag of the Markdown', async () => {
    const { ask } = await open({ '/': { status: 304, headers: { etag: '"v1"' } } });
    const answer = await ask('/', { ...markdown, 'if-none-match': '"v1-md-00000000"' });
    expect(answer).toMatchObject({ status: 304, headers: { vary: 'Accept', etag: expect.stringMatching(/^"v1-md-/) } });
  });

  test('only what `when` lets through is for Markdown', async () => {
    const urls: string[] = [];
    const when = ({ url }: { url: string }) => {
      urls.push(url);
      if (url.endsWith('/throws')) throw new Error('from when');
      return url.endsWith('/docs');
    };
    const errors: unknown[] = [];
    const pages = { '/docs': of(page), '/app': of(page), '/throws': of(page) };
    const { ask } = await open(pages, { when, onError: (error) => errors.push(error) });
    expect((await ask('/docs', markdown)).text).toBe(expected);
    for (const path of ['/app', '/throws']) {
      const answer = await ask(path, markdown);
      expect(answer.text).toBe(page);
      expect(answer.headers).not.toHaveProperty('vary');
    }
    expect(errors).toEqual([new Error('from when')]);
    expect(urls).toHaveLength(3);
  });

  test('options are those of convert', async () => {
    const { ask } = await open({ '/': of(page) }, { frontmatter: true, headingStyle: 'setext', tokens: false });
    const { headers, text } = await ask('/', markdown);
    expect(text).toBe(convertSync(page, { frontmatter: true, headingStyle: 'setext' }));
    expect(headers).not.toHaveProperty('x-markdown-tokens');
  });

  test.each([
    [{ hr: 'x' }, 'options.hr'],
    [{ maxCachedBytes: -1 }, 'options.maxCachedBytes'],
    [{ tokens: 'words' }, 'options.tokens'],
    [{ when: true }, 'options.when'],
    [{ format: 'text' }, 'options.format'],
    [{ cached: 1 }, 'options'],
  ])('wrong options are an error: %j', async (options, message) => {
    const opened = async () => (await open({ '/': of(page) }, options as Options)).ask('/', markdown);
    await expect(opened()).rejects.toThrow(message);
  });
});
