import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { install, root } from '../installed.mjs';

const installed = install(import.meta.dirname);
const program = join(installed, 'dist', 'node', 'mcp-main.js');
const { createMcpServer } = await import('tidemark/mcp');

const page =
  '<title>Tides</title><h1>Tides</h1><p>Ebb and <a href="/flow">flow</a>.</p><table><tr><th>Port<tr><td>Brest</table>';

/** A client of the program with these arguments, for as long as `use` needs it. */
async function withClient(args, use) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [program, ...args], stderr: 'pipe' }),
  );
  try {
    await client.listTools(); // by their output schemas it checks what comes
    return await use(client);
  } finally {
    await client.close();
  }
}

const call = (client, name, given) => client.callTool({ name, arguments: given });

/** The text of a result that is an error. */
async function refusal(promise) {
  const { isError, content } = await promise;
  assert.equal(isError, true, JSON.stringify(content));
  return content[0].text;
}

describe('the tools', () => {
  test('take HTML alone if nothing is allowed', () =>
    withClient([], async (client) => {
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name }) => name),
        ['convert', 'extract', 'chunks'],
      );
      for (const { inputSchema } of tools) {
        assert.deepEqual(inputSchema.required, ['html']);
        assert.ok(!('path' in inputSchema.properties) && !('url' in inputSchema.properties));
      }
      assert.match(await refusal(call(client, 'convert', { path: '/etc/passwd' })), /^ACCESS_DENIED: .*--root DIR/);
      assert.match(
        await refusal(call(client, 'convert', { url: 'https://tide.test/' })),
        /^ACCESS_DENIED: .*--allow-url/,
      );
    }));

  test('give text, and what their schemas say', () =>
    withClient([], async (client) => {
      const converted = await call(client, 'convert', {
        html: page,
        baseUrl: 'https://tide.test',
        options: { gfm: { tables: false } },
      });
      const markdown = '# Tides\n\nEbb and [flow](https://tide.test/flow).\n\nPort\n\nBrest';
      assert.equal(converted.content[0].text, markdown);
      assert.equal(converted.structuredContent.markdown, markdown);
      assert.ok(converted.structuredContent.tokens > 5);

      const { structuredContent: parts, content } = await call(client, 'extract', { html: page, content: 'all' });
      assert.deepEqual(JSON.parse(content[0].text), parts);
      assert.equal(parts.title, 'Tides');
      assert.deepEqual(
        parts.links.map(({ url }) => url),
        ['/flow'],
      );
      assert.deepEqual(parts.tables[0].rows, [['Brest']]);
      const some = await call(client, 'extract', { html: page, parts: ['headings'] });
      assert.deepEqual(Object.keys(some.structuredContent).sort(), ['format', 'headings', 'title', 'warnings']);

      const { structuredContent: cut } = await call(client, 'chunks', {
        html: page.repeat(20),
        content: 'all',
        size: 64,
      });
      assert.ok(cut.chunks.length > 3 && cut.chunks.every(({ tokens }) => tokens <= 64));
      assert.deepEqual(cut.chunks[0].headings, ['Tides']);
    }));

  test('say what is wrong with what they are given', () =>
    withClient(['--max-output-bytes', '64', '--max-input-bytes', '4096'], async (client) => {
      for (const [name, given, sentence] of [
        ['convert', {}, /^INVALID_ARGUMENTS: Expected a string for exactly one of html, path and url/],
        ['convert', { html: 5 }, /^INVALID_ARGUMENTS/],
        ['convert', { html: page, path: 'x' }, /^INVALID_ARGUMENTS/],
        [
          'convert',
          { html: page, options: { output: 'bytes' } },
          /^INVALID_ARGUMENTS: Expected no output among options/,
        ],
        ['chunks', { html: page, options: { timeout: 1 } }, /^INVALID_ARGUMENTS: Expected no timeout among options/],
        ['convert', { html: page, size: 5 }, /^INVALID_ARGUMENTS: Expected html, .* but received size/],
        ['convert', { html: page, options: 'gfm' }, /^INVALID_ARGUMENTS: Expected an object for options/],
        ['convert', { html: page, options: { headinStyle: 1 } }, /^ERR_INVALID_OPTION: .*Did you mean 'headingStyle'/],
        ['convert', { html: page, content: 'most' }, /^ERR_INVALID_OPTION: Expected 'all', 'main' or an object/],
        ['extract', { html: page, parts: ['marrow'] }, /^ERR_INVALID_OPTION/],
        ['chunks', { html: page, size: 'x' }, /^ERR_INVALID_OPTION/],
        ['convert', { html: '<p>'.repeat(2000) }, /^ERR_INPUT_TOO_LARGE/],
        ['convert', { html: `<p>${'x'.repeat(100)}`, options: { maxOutputBytes: 1000 } }, /^ERR_INPUT_TOO_LARGE/],
      ]) {
        assert.match(await refusal(call(client, name, given)), sentence);
      }
      await assert.rejects(call(client, 'translate', { html: page }), { code: -32602 });
      assert.equal((await call(client, 'convert', { html: '<b>x' })).content[0].text, '**x**');
    }));
});

describe('files', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tidemark-mcp-'));
    mkdirSync(join(folder, 'root', 'deep'), { recursive: true });
    mkdirSync(join(folder, 'root-beside'));
    for (const name of [
      'root/page.html',
      'root/deep/page.html',
      'secret.html',
      'root-beside/page.html',
      'root/..page.html',
    ]) {
      writeFileSync(join(folder, name), `<p>${name}`);
    }
    writeFileSync(join(folder, 'root', 'latin.html'), Buffer.from('<meta charset=latin1><p>Caf\xe9', 'latin1'));
    writeFileSync(join(folder, 'root', 'large.html'), '<p>x'.repeat(2000));
    symlinkSync(join(folder, 'secret.html'), join(folder, 'root', 'link.html'));
    symlinkSync(folder, join(folder, 'root', 'up'));
    symlinkSync(join(folder, 'root', 'page.html'), join(folder, 'root', 'inner.html'));
  });
  after(() => rmSync(folder, { recursive: true }));

  test('in the folder are read, in their encoding', () =>
    withClient(['--root', join(folder, 'root')], async (client) => {
      for (const [path, markdown] of [
        ['page.html', 'root/page.html'],
        ['deep/../deep/page.html', 'root/deep/page.html'],
        [join(folder, 'root', 'deep', 'page.html'), 'root/deep/page.html'],
        ['inner.html', 'root/page.html'],
        ['..page.html', 'root/..page.html'],
        ['latin.html', 'Café'],
      ]) {
        assert.equal((await call(client, 'convert', { path })).content[0].text, markdown);
      }
    }));

  test('outside of it are not, and nothing is told of them', () =>
    withClient(['--root', join(folder, 'root'), '--max-input-bytes', '4096'], async (client) => {
      for (const path of [
        '../secret.html',
        'deep/../../secret.html',
        '..\\secret.html',
        '%2e%2e/secret.html',
        join(folder, 'secret.html'),
        '/etc/passwd',
        'link.html',
        'up/secret.html',
        '../root-beside/page.html',
        '../nothing.html',
        'nothing.html',
        '.',
        '',
        '../root',
        '/proc/self/environ',
      ]) {
        assert.match(
          await refusal(call(client, 'convert', { path })),
          /^NOT_FOUND: There is no file .* in the folders/,
        );
      }
      assert.match(await refusal(call(client, 'convert', { path: 'deep' })), /^NOT_FOUND: deep is no file/);
      assert.match(await refusal(call(client, 'convert', { path: 'page.html\0' })), /^INVALID_ARGUMENTS/);
      assert.match(
        await refusal(call(client, 'convert', { path: 'large.html' })),
        /^INVALID_ARGUMENTS: large.html has 8000 bytes/,
      );
    }));
});

describe('pages', () => {
  let server;
  let base;
  const gone = [];
  before(async () => {
    const other = (address) => address.replace('127.0.0.1', 'localhost');
    const answers = {
      '/docs/page': (answer) =>
        answer.setHeader('content-type', 'text/html; charset=latin1').end(Buffer.from('<a href=x>Caf\xe9', 'latin1')),
      '/docs/gzip': (answer) => answer.setHeader('content-encoding', 'gzip').end(gzipSync(page)),
      '/docs/broken': (answer) => answer.setHeader('content-encoding', 'gzip').end('no gzip'),
      '/docs/bomb': (answer) =>
        answer.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(2 ** 24, '<p>x'))),
      '/docs/image': (answer) => answer.setHeader('content-type', 'image/png').end('png'),
      '/docs/to-page': (answer) => answer.writeHead(302, { location: 'page' }).end(),
      '/docs/to-other': (answer) => answer.writeHead(302, { location: '/private' }).end(),
      '/docs/to-host': (answer) => answer.writeHead(302, { location: other(`${base}/docs/page`) }).end(),
      '/docs/to-file': (answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      '/docs/circle': (answer) => answer.writeHead(302, { location: '/docs/circle' }).end(),
      '/docs/cut': (answer) =>
        answer.writeHead(200, { 'content-length': '1000' }).write('<p>ebb', () => answer.destroy()),
      '/docs/slow': (answer, request) => {
        request.once('close', () => gone.push('slow'));
        answer.write('<p>ebb');
      },
    };
    server = createServer((request, answer) => {
      const known = answers[request.url];
      if (known) known(answer, request);
      else answer.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const local = (...more) => ['--allow-url', `${base}/docs/`, '--allow-private', ...more];
  const text = async (client, path) => (await call(client, 'convert', { url: `${base}${path}` })).content[0].text;

  test('that are allowed are read: encoding, compression, redirections, base', () =>
    withClient(local(), async (client) => {
      assert.equal(await text(client, '/docs/page'), `[Café](${base}/docs/x)`);
      assert.match(await text(client, '/docs/gzip'), /^# Tides/);
      const { structuredContent } = await call(client, 'extract', { url: `${base}/docs/to-page`, content: 'all' });
      assert.equal(structuredContent.url, `${base}/docs/page`);
      assert.equal(structuredContent.links[0].url, `${base}/docs/x`);
    }));

  test('others are refused, behind redirections too', () =>
    withClient(local('--max-input-bytes', '1048576'), async (client) => {
      for (const [url, sentence] of [
        [`${base}/private`, /^ACCESS_DENIED: .* is not among the addresses/],
        [`${base}/docs/../private`, /^ACCESS_DENIED/],
        [`${base}/docs`, /^ACCESS_DENIED/],
        [`${base.replace('127.0.0.1', 'localhost')}/docs/page`, /^ACCESS_DENIED/],
        [base.replace(/:\d+$/, '/docs/page'), /^ACCESS_DENIED/],
        [`${base}/docs/to-other`, /^ACCESS_DENIED/],
        [`${base}/docs/to-host`, /^ACCESS_DENIED/],
        [`${base}/docs/to-file`, /^INVALID_ARGUMENTS: Expected an http or https address/],
        [`${base}/docs/circle`, /^FETCH_FAILED: .* leads on and on/],
        [`${base}/docs/nothing`, /^FETCH_FAILED: .* answered with status 404/],
        [`${base}/docs/image`, /^FETCH_FAILED: .* is image\/png, and not HTML/],
        [`${base}/docs/bomb`, /^ERR_INPUT_TOO_LARGE/],
        [`${base}/docs/broken`, /^READ_FAILED: /],
        [`${base}/docs/cut`, /^READ_FAILED: /],
        [base.replace('//', '//user:secret@'), /^INVALID_ARGUMENTS: Expected an address without/],
        ['file:///etc/passwd', /^INVALID_ARGUMENTS/],
        ['javascript:alert(1)', /^INVALID_ARGUMENTS/],
        ['tides', /^INVALID_ARGUMENTS/],
      ]) {
        assert.match(await refusal(call(client, 'convert', { url })), sentence, url);
      }
    }));

  test('of this machine and of private networks are refused without --allow-private', () =>
    withClient(['--allow-url', 'http://*', '--allow-url', base], async (client) => {
      const { port } = server.address();
      for (const host of [
        '127.0.0.1',
        'localhost',
        '[::1]',
        '[::ffff:127.0.0.1]',
        '0x7f.1',
        '2130706433',
        '0',
        '127.1',
      ]) {
        await withClient(['--allow-url', `http://*:${port}`], async (other) => {
          assert.match(
            await refusal(call(other, 'convert', { url: `http://${host}:${port}/docs/page` })),
            /^ACCESS_DENIED: .* public internet/,
            host,
          );
        });
      }
      for (const host of [
        '169.254.169.254',
        '10.0.0.1',
        '192.168.1.1',
        '[fe80::1]',
        '[fd00::1]',
        '[64:ff9b::7f00:1]',
      ]) {
        assert.match(
          await refusal(call(client, 'convert', { url: `http://${host}/` })),
          /^ACCESS_DENIED: .* public internet/,
          host,
        );
      }
    }));

  test('that do not end: the timeout, and a client that gives up', () =>
    withClient(local('--timeout', '300'), async (client) => {
      assert.match(await refusal(call(client, 'convert', { url: `${base}/docs/slow` })), /^ERR_TIMEOUT: .* 300 ms/);
      await withClient(local(), async (patient) => {
        const controller = new AbortController();
        const request = { name: 'convert', arguments: { url: `${base}/docs/slow` } };
        const slow = patient.callTool(request, undefined, { signal: controller.signal });
        await once(server, 'request');
        controller.abort('enough');
        await assert.rejects(slow);
        while (gone.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
        assert.equal(await text(patient, '/docs/page'), `[Café](${base}/docs/x)`);
      });
    }));

  test('a client that goes away in the middle takes the process with it', async () => {
    const child = spawn(process.execPath, [program, ...local()], { stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    send({ id: 1, method: 'initialize', params });
    await once(child.stdout, 'data');
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/call', params: { name: 'convert', arguments: { url: `${base}/docs/slow` } } });
    await once(server, 'request');
    child.stdin.end();
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
});

describe('what comes on standard input', () => {
  /** What the program makes of bytes. */
  const fed = (input, ...args) => spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8' });
  const initialize = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  });

  test('garbage is told, and what follows is answered', () => {
    const garbage = [
      'no JSON',
      '{"jsonrpc":"1.0"}',
      '[]',
      'null',
      '{',
      Buffer.from([0, 255, 254, 128]).toString('latin1'),
      '',
    ];
    const { stdout, stderr } = fed(`${garbage.join('\n')}\n${initialize}\n`);
    assert.equal(JSON.parse(stdout).result.serverInfo.name, 'tidemark');
    assert.match(stderr, /^tidemark-mcp: /);
    assert.ok(!stderr.includes('    at '));
  });

  test('what was written before its end is answered', () => {
    const asked = JSON.stringify({
      jsonrpc: '2.0',
      id: 2,
      method: 'tools/call',
      params: { name: 'convert', arguments: { html: page } },
    });
    const { status, stdout } = fed(`${initialize}\n${asked}\n`);
    assert.equal(status, 0);
    assert.match(JSON.parse(stdout.trim().split('\n')[1]).result.structuredContent.markdown, /^# Tides/);
  });

  test('nothing at all ends it well', () => assert.equal(fed('').status, 0));

  test('a line without an end ends it', () => {
    const { status, stderr } = fed('x'.repeat(2 ** 20), '--max-input-bytes', '1024');
    assert.equal(status, 1);
    assert.match(stderr, /^tidemark-mcp: .*/);
  });

  test('a message as long as a document may be is taken', () =>
    withClient([], async (client) => {
      const html = `<!--${'\u0001'.repeat(2 ** 23)}--><p>ebb`;
      assert.equal((await call(client, 'convert', { html })).content[0].text, 'ebb');
    }));
});

describe('the program', () => {
  const ran = (file, ...args) => spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', input: '' });

  test('says what it takes', () => {
    assert.match(ran(program, '--help').stdout, /^Usage: tidemark-mcp/);
    assert.match(ran(program, '--version').stdout, /^\d+\.\d+\.\d+\n$/);
    for (const [args, sentence] of [
      [['--colour'], /Unknown option '--colour'/],
      [['--root', '/nowhere'], /There is no folder \/nowhere/],
      [['--root', program], /There is no folder/],
      [['--allow-url', 'example.com'], /Expected a pattern such as https:\/\/example\.com\/docs\//],
      [['--allow-url', 'https://ex*mple.com'], /Expected a pattern/],
      [
        ['--timeout', '-1'],
        /Expected an integer from 1 to 2147483647 for --timeout but received -1|Option '--timeout' argument is ambiguous/,
      ],
      [
        ['--max-input-bytes', 'much'],
        /Expected an integer from 1 to 1073741824 for --max-input-bytes but received NaN/,
      ],
    ]) {
      const { status, stdout, stderr } = ran(program, ...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, sentence);
    }
  });

  test('says what it needs where the SDK is not installed', () => {
    const { status, stderr } = ran(join(root, 'dist', 'node', 'mcp-main.js'));
    assert.equal(status, 2);
    assert.match(stderr, /npm install @modelcontextprotocol\/sdk/);
  });

  test('is understood by the inspector', () => {
    const inspect = (...args) =>
      spawnSync('npx', ['--no-install', 'mcp-inspector-cli', '--cli', process.execPath, program, ...args], {
        cwd: import.meta.dirname,
        encoding: 'utf8',
      });
    const { tools } = JSON.parse(inspect('--method', 'tools/list').stdout);
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['convert', 'extract', 'chunks'],
    );
    const given = [
      '--tool-name',
      'convert',
      '--tool-arg',
      'html=<h1>Ebb</h1>',
      '--tool-arg',
      'options={"headingStyle":"setext"}',
    ];
    const { structuredContent } = JSON.parse(inspect('--method', 'tools/call', ...given).stdout);
    assert.deepEqual(structuredContent, { markdown: 'Ebb\n===', tokens: structuredContent.tokens });
  });
});

test('a program has a server of its own, on any transport of the SDK', async () => {
  const server = await createMcpServer({ maxInputBytes: 100 });
  const [mine, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1' });
  await Promise.all([server.connect(theirs), client.connect(mine)]);
  assert.equal((await call(client, 'convert', { html: '<b>ebb' })).content[0].text, '**ebb**');
  await client.close();
  for (const [options, code] of [
    [{ timeout: 0 }, 'ERR_INVALID_OPTION'],
    [{ maxInputBytes: '5' }, 'ERR_INVALID_OPTION'],
    [{ privateAddresses: 'false' }, 'ERR_INVALID_OPTION'],
    [{ roots: '/' }, 'ERR_INVALID_OPTION'],
    [{ roots: [5] }, 'ERR_INVALID_OPTION'],
    [{ roots: ['/nowhere'] }, 'ERR_INVALID_OPTION'],
    [{ urls: 'https://example.com' }, 'ERR_INVALID_OPTION'],
    [{ urls: ['example.com'] }, 'ERR_INVALID_OPTION'],
    [{ allowUrls: [] }, 'ERR_INVALID_OPTION'],
    [null, 'ERR_INVALID_ARG'],
  ]) {
    await assert.rejects(createMcpServer(options), { name: 'ConvertError', code });
  }
});
