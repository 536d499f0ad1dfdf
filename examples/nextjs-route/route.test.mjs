import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';

const next = join(import.meta.dirname, 'node_modules', 'next', 'dist', 'bin', 'next');
const options = { cwd: import.meta.dirname, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } };

let server;
let base;

before(async () => {
  const built = spawnSync(process.execPath, [next, 'build'], { ...options, encoding: 'utf8' });
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const args = [next, 'start', '--port', '0', '--hostname', '127.0.0.1'];
  server = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    base = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (base !== undefined) break;
  }
});

after(async () => {
  server?.kill();
  if (server?.exitCode === null) await once(server, 'exit');
});

const post = (query, body, type = 'text/html') =>
  fetch(`${base}/markdown${query}`, { method: 'POST', body, headers: { 'content-type': type } });

test('converts what is posted', async () => {
  const answer = await post(
    '?headingStyle=setext',
    Buffer.from('<h1>Caf\xe9</h1>', 'latin1'),
    'text/html; charset=latin1',
  );
  assert.equal(answer.headers.get('content-type'), 'text/markdown; charset=utf-8');
  assert.equal(await answer.text(), 'Café\n=====');
});

test('says what is wrong', async () => {
  const wrong = await post('?headinStyle=setext', '<p>');
  assert.equal(wrong.status, 400);
  assert.match(await wrong.text(), /Did you mean 'headingStyle'/);
  assert.equal((await post('', Buffer.alloc(9 * 1024 * 1024, '<p>x'))).status, 413);
});
