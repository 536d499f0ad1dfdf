// Hosts that are not Node.js on this machine: browsers, the edge, and other platforms by emulation.
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { addonOf } from '../../../scripts/lib/packages.mjs';
import { expectBackend, script } from '../project.mjs';
import { tool, Unreachable } from '../tools.mjs';

/** Leaves a trial out whose package has not been built. */
function needs(platform) {
  if (!existsSync(addonOf(platform)))
    throw new Unreachable(`its addon is not built: npm run build:platform -- ${platform}`);
}

const page = `
import { AsyncConverter, backend, convert, convertSync } from 'NAME';
import TurndownService from 'tidemark/turndown';
const told = new URLSearchParams(location.search).get('told') ?? '';
const tell = (body) => fetch(told + '/told', { method: 'POST', mode: 'no-cors', body });
try {
  const large = '<h2>Tides</h2><p>Water <b>rises</b> and <a href="/falls">falls</a>.</p>'.repeat(2000);
  const markdown = await convert(large);
  if (markdown !== convertSync(large)) throw new Error('different');
  const pieces = [];
  for await (const piece of new AsyncConverter().convertStream([large.slice(0, 99), large.slice(99)])) pieces.push(piece);
  if (pieces.join('') !== markdown) throw new Error('stream');
  const service = new TurndownService().addRule('b', { filter: 'b', replacement: (content) => '(' + content + ')' });
  const written = [service.turndown('<p>é<b>1</b>'), await service.turndownAsync('<p>é<b>1</b>')];
  if (written.join() !== 'é(1),é(1)') throw new Error(written.join());
  const error = await convert('', { hr: 'x' }).catch(({ code }) => code);
  await tell('backend=' + backend().name + ' ' + error);
} catch (error) {
  await tell('failed: ' + error.stack);
}
`;

const types = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm' };

const browsers = ['chromium', 'chromium-browser', 'google-chrome'];

/** Shows the page of a folder in a browser, or that of an address, and returns what it tells. */
async function told(place, address) {
  const browser = browsers.find((name) => spawnSync(name, ['--version']).status === 0);
  if (browser === undefined) throw new Unreachable('there is no Chromium (Debian: apt-get install chromium)');
  const profile = mkdtempSync(join(tmpdir(), 'tidemark-profile-'));
  let child;
  const server = createServer();
  const answer = new Promise((resolve) => {
    server.on('request', async (request, response) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const file = join(place, pathname === '/' ? 'index.html' : pathname);
      if (pathname === '/told') {
        response.end();
        resolve(await text(request));
      } else if (existsSync(file)) {
        response.writeHead(200, { 'content-type': types[file.split('.').at(-1)] ?? 'application/octet-stream' });
        createReadStream(file).pipe(response);
      } else {
        response.writeHead(404).end();
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
    const own = `http://127.0.0.1:${server.address().port}`;
    child = spawn(browser, [...flags, address === undefined ? own : `${address}?told=${own}`], {
      stdio: 'ignore',
      detached: true,
    });
    const silence = setTimeout(120_000, 'nothing was told', { ref: false });
    return { stdout: await Promise.race([answer, silence]), stderr: '' };
  } finally {
    if (child?.pid) process.kill(-child.pid, 'SIGKILL'); // with all that it has started
    await rm(profile, { recursive: true, force: true, maxRetries: 20 }).catch(() => undefined);
    server.close();
    server.closeAllConnections();
  }
}

const inBrowser = (name) => async (make) => {
  const project = make();
  project.npm(['install', 'tidemark', 'vite@8.3.8']);
  project.write('index.html', '<!doctype html><body>waiting<script type="module" src="/app.js"></script>');
  project.write('app.js', page.replace('NAME', name));
  project.write('vite.config.mjs', 'export default { build: { target: "esnext" }, worker: { format: "es" } };');
  project.node(['node_modules/vite/bin/vite.js', 'build']);
  const found = await told(join(project.folder, 'dist'));
  return { backend: expectBackend(found, 'wasm') };
};

const developing = `
import { createServer } from 'vite';
const server = await createServer();
await server.listen();
console.log(server.resolvedUrls.local[0]);
`;

/** The server that Vite has while a program is written, which makes modules of packages beforehand. */
const whileDeveloping = (name) => async (make) => {
  const project = make();
  project.npm(['install', 'tidemark', 'vite@8.3.8']);
  project.write('index.html', '<!doctype html><body>waiting<script type="module" src="/app.js"></script>');
  project.write('app.js', page.replace('NAME', name));
  project.write('dev.mjs', developing);
  const server = spawn(process.execPath, ['dev.mjs'], { cwd: project.folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await new Promise((resolve, reject) => {
      server.stdout.on('data', (line) => resolve(String(line).trim()));
      server.on('exit', () => reject(new Error('the server has ended')));
    });
    return { backend: expectBackend(await told(project.folder, address), 'wasm') };
  } finally {
    server.kill();
  }
};

const worker = `
import { backend, convert } from 'tidemark';
const rules = [{ selector: 'b', replacement: (content, node) => content + node.textContent + 'é' }];
export default {
  async fetch() {
    return Response.json({ markdown: await convert('<h1>Ebb <b>é</b></h1>', { rules }), backend: backend().name });
  },
};
`;

const miniflare = `
import { readFileSync } from 'node:fs';
import { Miniflare } from 'miniflare';
const wasm = process.argv[2];
const flare = new Miniflare({
  modules: [
    { type: 'ESModule', path: 'worker.mjs', contents: readFileSync('out/worker.mjs', 'utf8') },
    { type: 'CompiledWasm', path: 'tidemark.wasm', contents: readFileSync(wasm) },
  ],
  compatibilityDate: '2025-09-01',
});
const response = await flare.dispatchFetch('http://localhost/');
const { markdown, backend } = await response.json();
if (markdown !== EXPECTED) throw new Error(markdown);
console.log('backend=' + backend);
await flare.dispose();
`;

const site = `
import { Hono } from 'hono';
import { backend } from 'tidemark';
import { honoMarkdown, webMarkdown } from 'tidemark/http';
const html = { 'content-type': 'text/html' };
const large = '<h2>Tides</h2><p>Water <b>rises</b>.</p>'.repeat(5000);
const app = new Hono();
app.use(honoMarkdown({ maxBufferedBytes: 100_000 }));
app.get('/', () => new Response('<h1>Ebb <b>é</b></h1>', { headers: html }));
app.get('/large', () => new Response(large, { headers: html }));
const gzip = () => new Response('<b>é</b>').body.pipeThrough(new CompressionStream('gzip'));
const headers = { ...html, 'content-encoding': 'gzip', etag: '"1"' };
const encoded = webMarkdown(() => new Response(gzip(), { headers, encodeBody: 'manual' }));
const markdown = (headers) => ({ headers: { accept: 'text/markdown', ...headers } });
export default {
  async fetch() {
    const first = await app.request('/', markdown());
    const etag = first.headers.get('etag');
    const again = await app.request('/', markdown({ 'if-none-match': etag }));
    const plain = await app.request('/');
    const pieces = await app.request('/large', markdown());
    const decoded = await encoded(new Request('https://example.com/', markdown()));
    return Response.json({
      markdown: [await first.text(), again.status, await plain.text(), (await pieces.text()).length, await decoded.text()].join(' | '),
      backend: backend().name,
    });
  },
};
`;

/** Runs a worker of Cloudflare's, which must answer with the Markdown and the backend. */
const inWorkerd = (program, expected) => (make) => {
  const project = make();
  project.npm(['install', 'tidemark', 'miniflare@4', 'esbuild@0.28.2', 'hono@4.13.19']);
  project.write('worker.mjs', program);
  // As wrangler does it: these conditions, and modules of WebAssembly are left as they are.
  const args = [
    'worker.mjs',
    '--bundle',
    '--format=esm',
    '--conditions=workerd,worker,browser',
    '--outfile=out/worker.mjs',
  ];
  project.run(join(project.folder, 'node_modules/esbuild/bin/esbuild'), [...args, '--external:*.wasm']);
  project.write(
    'run.mjs',
    miniflare.replace('EXPECTED', () => JSON.stringify(expected)),
  );
  return { backend: expectBackend(project.node(['run.mjs', 'node_modules/@tidemark/wasm/tidemark.wasm']), 'wasm') };
};

export const trials = {
  'Chromium, by Vite': inBrowser('tidemark'),
  'Chromium, in a Worker': inBrowser('tidemark/worker'),
  'Chromium, by Vite while developing': whileDeveloping('tidemark'),
  'Chromium, in a Worker, by Vite while developing': whileDeveloping('tidemark/worker'),
  workerd: inWorkerd(worker, '# Ebb ééé'),
  'workerd, answering in Markdown': inWorkerd(site, '# Ebb **é** | 304 | <h1>Ebb <b>é</b></h1> | 139998 | **é**'),
  'linux-arm64, emulated': (make) => {
    if (spawnSync('qemu-aarch64-static', ['--version']).status !== 0 || !existsSync('/usr/aarch64-linux-gnu/lib')) {
      throw new Unreachable(
        'there is no qemu-aarch64-static, or no libc6-arm64-cross (Debian: apt-get install qemu-user-static)',
      );
    }
    needs('linux-arm64-gnu');
    const project = make();
    project.npm(['install', 'tidemark', '--cpu=arm64', '--os=linux', '--libc=glibc']);
    project.write('app.cjs', script);
    const args = ['-L', '/usr/aarch64-linux-gnu', tool('node-arm64'), 'app.cjs'];
    return { backend: expectBackend(project.run('/usr/bin/qemu-aarch64-static', args), 'addon') };
  },
  'win32-x64, by Wine': (make) => {
    const wine = ['/usr/lib/wine/wine64', '/usr/bin/wine64'].find(existsSync);
    const prefix = process.env.TIDEMARK_WINEPREFIX;
    if (wine === undefined || prefix === undefined) {
      throw new Unreachable('there is no Wine with TIDEMARK_WINEPREFIX, as docs/releasing.md has it');
    }
    needs('win32-x64');
    const project = make();
    project.npm(['install', 'tidemark', '--cpu=x64', '--os=win32']);
    project.write('app.cjs', script);
    const out = join(project.folder, 'out.txt');
    const run = `${wine} '${tool('node-windows')}' app.cjs > ${out} 2>&1`;
    project.run('sh', ['-c', run], { env: { WINEPREFIX: prefix, WINEDEBUG: '-all' } });
    return { backend: expectBackend(project.run('cat', [out]), 'addon') };
  },
  'musl, by Bun': (make) => {
    const runner = process.env.TIDEMARK_MUSL_RUN;
    if (runner === undefined)
      throw new Unreachable('there is no TIDEMARK_MUSL_RUN, a program that runs others with musl');
    const project = make();
    project.npm(['install', 'tidemark', '--libc=musl']);
    project.write('app.cjs', script);
    return { backend: expectBackend(project.run(runner, [tool('bun-musl'), 'app.cjs']), 'wasm') };
  },
};
