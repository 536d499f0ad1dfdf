import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withFolder } from '../support.mjs';

const text =
  'The tide is the rise and fall of the sea, which the Moon and the Sun cause together, twice a day in most places. ';
const page = (title) =>
  `<title>${title}</title><meta name=description content="All of ${title}"><nav><a href=/>Home</a></nav><main><h1>${title}</h1><p>${text.repeat(4)}</main>`;
const pages = { 'pages/index.html': page('Tides'), 'pages/moon/full.html': page('Moon'), 'secret.html': '<p>secret' };

test('answers agents in Markdown, and browsers in HTML', () =>
  withFolder(pages, async (folder) => {
    const program = fileURLToPath(new URL('server.mjs', import.meta.url));
    const server = spawn(process.execPath, [program, `${folder}/pages`, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const base = String(await once(server.stdout, 'data')).trim();
      const get = (path, accept, more = {}) => fetch(`${base}${path}`, { headers: { accept, ...more } });

      const agent = await get('/', 'text/markdown, text/html;q=0.5');
      assert.equal(agent.headers.get('content-type'), 'text/markdown; charset=utf-8');
      assert.match(agent.headers.get('vary'), /accept/i);
      assert.match(await agent.text(), /^# Tides\n\nThe tide is/);
      const again = await get('/', 'text/markdown', { 'if-none-match': agent.headers.get('etag') });
      assert.equal(again.status, 304);

      const browser = await get('/moon/full.html', 'text/html,*/*;q=0.8');
      assert.match(browser.headers.get('content-type'), /^text\/html/);
      assert.equal(await browser.text(), page('Moon'));

      assert.equal(
        await (await get('/llms.txt', '*/*')).text(),
        '# Pages\n\n- [Tides](/): All of Tides\n- [Moon](/moon/full.html): All of Moon\n',
      );
      for (const path of ['/nothing', '/..%2fsecret.html', '/%00', '/moon']) {
        const none = await get(path, 'text/html');
        assert.equal(none.status, 404, path);
        await none.text();
      }
    } finally {
      server.kill();
      await once(server, 'exit');
    }
  }));
