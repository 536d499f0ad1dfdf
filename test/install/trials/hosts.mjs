// Hosts that are not Node.js on this machine: browsers, the edge, and other platforms by emulation.
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expectBackend, script } from '../project.mjs';
import { tool, Unreachable } from '../tools.mjs';

const page = `
import { AsyncConverter, backend, convert, convertSync } from 'NAME';
try {
  const large = '<h2>Tides</h2><p>Water <b>rises</b> and <a href="/falls">falls</a>.</p>'.repeat(2000);
  const markdown = await convert(large);
  if (markdown !== convertSync(large)) throw new Error('different');
  const pieces = [];
  for await (const piece of new AsyncConverter().convertStream([large.slice(0, 99), large.slice(99)])) pieces.push(piece);
  if (pieces.join('') !== markdown) throw new Error('stream');
  const error = await convert('', { hr: 'x' }).catch(({ code }) => code);
  document.body.textContent = 'backend=' + backend().name + ' ' + error + ' end';
} catch (error) {
  document.body.textContent = 'failed: ' + error.stack + ' end';
}
`;

const types = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm' };

/** Serves a folder on this machine for as long as `use` takes. */
async function serving(place, use) {
  const server = createServer(({ url }, response) => {
    const file = join(place, url === '/' ? 'index.html' : new URL(url, 'http://x').pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[file.split('.').at(-1)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const browsers = ['chromium', 'chromium-browser', 'google-chrome'];

/** What a browser shows of a page when it says that it is at its end. */
async function shown(place) {
  const browser = browsers.find((name) => spawnSync(name, ['--version']).status === 0);
  if (browser === undefined) throw new Unreachable('there is no Chromium (Debian: apt-get install chromium)');
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=60000', '--dump-dom'];
  return serving(place, async (url) => {
    return new Promise((resolve, reject) => {
      const child = spawn(browser, [...flags, url], { stdio: ['ignore', 'pipe', 'ignore'] });
      let dom = '';
      child.stdout.on('data', (data) => (dom += data));
      child.on('error', reject);
      child.on('close', () => resolve({ stdout: dom, stderr: '' }));
    });
  });
}

const inBrowser = (name) => async (make) => {
  const project = make();
  project.npm(['install', 'tidemark', 'vite@8.3.8']);
  project.write('index.html', '<!doctype html><body>waiting<script type="module" src="/app.js"></script>');
  project.write('app.js', page.replace('NAME', name));
  project.write('vite.config.mjs', 'export default { build: { target: "esnext" }, worker: { format: "es" } };');
  project.node(['node_modules/vite/bin/vite.js', 'build']);
  const found = await shown(join(project.folder, 'dist'));
  return { backend: expectBackend(found, 'wasm') };
};

const worker = `
import { backend, convert } from 'tidemark';
export default {
  async fetch() {
    return Response.json({ markdown: await convert('<h1>Ebb</h1>'), backend: backend().name });
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
if (markdown !== '# Ebb') throw new Error(markdown);
console.log('backend=' + backend);
await flare.dispose();
`;

export const trials = {
  'Chromium, by Vite': inBrowser('tidemark'),
  'Chromium, in a Worker': inBrowser('tidemark/worker'),
  workerd: (make) => {
    const project = make();
    project.npm(['install', 'tidemark', 'miniflare@4', 'esbuild@0.28.2']);
    project.write('worker.mjs', worker);
    // As wrangler does it: these conditions, and modules of WebAssembly are left as they are.
    const args = [
      'worker.mjs',
      '--bundle',
      '--format=esm',
      '--conditions=workerd,worker,browser',
      '--outfile=out/worker.mjs',
    ];
    project.run(join(project.folder, 'node_modules/esbuild/bin/esbuild'), [...args, '--external:*.wasm']);
    project.write('run.mjs', miniflare);
    return { backend: expectBackend(project.node(['run.mjs', 'node_modules/@tidemark/wasm/tidemark.wasm']), 'wasm') };
  },
  'linux-arm64, emulated': (make) => {
    if (spawnSync('qemu-aarch64-static', ['--version']).status !== 0 || !existsSync('/usr/aarch64-linux-gnu/lib')) {
      throw new Unreachable(
        'there is no qemu-aarch64-static, or no libc6-arm64-cross (Debian: apt-get install qemu-user-static)',
      );
    }
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
