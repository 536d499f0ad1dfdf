import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

const wasm = join(import.meta.dirname, 'node_modules', '@tidemark', 'wasm', 'tidemark.wasm');
const pages = {
  '/page': ['text/html; charset=latin1', Buffer.from('<h1>Caf\xe9</h1><p><a href="next">next</a>', 'latin1')],
  '/image': ['image/png', 'png'],
};

let flare;
let site;
let base;

before(async () => {
  site = createServer(({ url }, answer) => {
    const [type, body] = pages[url] ?? [];
    if (type === undefined) answer.writeHead(404).end();
    else answer.writeHead(200, { 'content-type': type }).end(body);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  base = `http://127.0.0.1:${site.address().port}`;
  // As wrangler does it: these conditions, and modules of WebAssembly are left as they are.
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'worker.mjs')],
    bundle: true,
    format: 'esm',
    write: false,
    conditions: ['workerd', 'worker', 'browser'],
    external: ['*.wasm'],
    tsconfigRaw: {}, // not that of the checkout around it
  });
  flare = new Miniflare({
    modules: [
      { type: 'ESModule', path: 'worker.mjs', contents: outputFiles[0].text },
      { type: 'CompiledWasm', path: 'tidemark.wasm', contents: readFileSync(wasm) },
    ],
    bindings: { HOSTS: '127.0.0.1' },
    compatibilityDate: '2025-09-01',
  });
});

after(async () => {
  await flare?.dispose();
  site.close();
});

const get = (url) => flare.dispatchFetch(`http://worker.test/?url=${encodeURIComponent(url)}`);

test('gives the Markdown of a page', async () => {
  const answer = await get(`${base}/page`);
  assert.equal(answer.headers.get('content-type'), 'text/markdown; charset=utf-8');
  assert.equal(await answer.text(), `# Café\n\n[next](${base}/next)`);
});

test('refuses all else', async () => {
  for (const [url, status] of [
    ['', 400],
    ['file:///etc/passwd', 400],
    ['https://elsewhere.test/', 403],
    [`${base}/nothing`, 502],
    [`${base}/image`, 415],
  ]) {
    const answer = await get(url);
    assert.equal(answer.status, status);
    await answer.text();
  }
});
