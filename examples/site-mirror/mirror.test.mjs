import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { run, withFolder } from '../support.mjs';

const nav = '<nav><a href="/docs/">Home</a> <a href="/docs/guide/start.html">Start</a></nav>';
const text =
  'The tide is the rise and fall of the sea, which the Moon and the Sun cause together, twice a day in most places. ';
const page = (title, body) =>
  `<title>${title}</title>${nav}<main><h1>${title}</h1><p>${text.repeat(3)}</p>${body}</main>`;
const site = {
  '/docs/': page(
    'Tides',
    '<p>Who has never read a table of tides before may begin with a short introduction to them. See <a href="guide/start.html#now">how to <b>start</b></a>, <a href="/blog/">the blog</a>, <a href="lost.html">a lost page</a>. All of it is written for people who sail for pleasure, and not for harbour offices.</p>',
  ),
  '/docs/guide/start.html': page(
    'Start',
    '<p>Look the day up in the table of your harbour, and add an hour in summer, when clocks are ahead. Back <a href="../">home</a>, or to <a href="caf%C3%A9/">the café</a>, where the tables hang on the wall beside the barometer.</p><img src="a.png">',
  ),
  '/docs/guide/caf%C3%A9/': page('Café', '<p>The end.</p>'),
  '/blog/': page('Blog', ''),
};

test('mirrors what is below an address, with links between the files', async () => {
  const asked = [];
  const server = createServer(({ url }, answer) => {
    asked.push(url);
    answer.writeHead(site[url] ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(site[url]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${server.address().port}`;
  try {
    await withFolder({}, async (folder) => {
      const { status, stdout, stderr } = await run(new URL('mirror.mjs', import.meta.url), `${base}/docs/`, folder);
      assert.deepEqual(
        { status, stdout, stderr },
        { status: 0, stdout: `3 files in ${folder}\n`, stderr: `${base}/docs/lost.html: status 404\n` },
      );
      const read = (...names) => readFileSync(join(folder, ...names), 'utf8');
      assert.match(read('index.md'), /^---\ntitle: "Tides"\n[\s\S]*---\n\n# Tides\n/);
      assert.match(
        read('index.md'),
        new RegExp(
          `See \\[how to \\*\\*start\\*\\*\\]\\(guide/start\\.md#now\\), \\[the blog\\]\\(${base}/blog/\\), \\[a lost page\\]\\(lost\\.md\\)`,
        ),
      );
      assert.match(
        read('guide', 'start.md'),
        /Back \[home\]\(\.\.\/index\.md\), or to \[the café\]\(caf%C3%A9\/index\.md\)/,
      );
      assert.match(read('guide', 'café', 'index.md'), /# Café/);
      assert.deepEqual(asked.sort(), ['/docs/', '/docs/guide/caf%C3%A9/', '/docs/guide/start.html', '/docs/lost.html']);
    });
  } finally {
    server.close();
  }
});
