// A server that answers HTML with its Markdown, asked by another process for some time.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { bench } from '../lib/paths.mjs';
import { quantile } from '../lib/stats.mjs';
import { threadTime } from '../lib/thread-time.mjs';

const execute = promisify(execFile);
const load = join(bench, 'lib', 'http-load.mjs');
const plain = { 'content-type': 'text/markdown; charset=utf-8' };

const servers = { node: nodeServer, fastify: fastifyServer };

export default function (converter, { file }) {
  const answer = answerOf(converter);
  return async ({ server, connections, milliseconds }) => {
    const { port, close } = await servers[server](answer);
    try {
      const cpu = process.cpuUsage();
      const own = threadTime();
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const params = JSON.stringify({ port, file, connections, milliseconds });
      const options = { timeout: milliseconds + 30_000, maxBuffer: 2 ** 26 };
      const { stdout } = await execute(process.execPath, [load, params], options);
      delay.disable();
      const { user, system } = process.cpuUsage(cpu);
      const { elapsed, times } = JSON.parse(stdout);
      return {
        perSecond: (times.length * 1000) / elapsed,
        p50: quantile(times, 0.5),
        p99: quantile(times, 0.99),
        delay99: delay.percentile(99) / 1e6,
        delayMost: delay.max / 1e6,
        cpu: (user + system) / 1000 / times.length,
        loop: own === undefined ? undefined : (threadTime() - own) / times.length,
      };
    } finally {
      await close();
    }
  };
}

// Bytes go in and out where the converter takes and gives them, else strings.
function answerOf({ convert, convertSync, prepare }) {
  const made = convert ?? convertSync;
  return prepare === undefined ? async (body) => made(body.toString()) : made;
}

async function nodeServer(answer) {
  const server = createServer(async (request, response) => {
    try {
      response.writeHead(200, plain).end(await answer(await buffer(request)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, close: () => closed(server) };
}

async function closed(server) {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

async function fastifyServer(answer) {
  const { fastify } = await import('fastify');
  const app = fastify();
  app.addContentTypeParser('text/html', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/', async (request, reply) => {
    const markdown = await answer(request.body);
    reply.headers(plain);
    return typeof markdown === 'string' ? markdown : Buffer.from(markdown.buffer, markdown.byteOffset, markdown.length);
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { port: app.server.address().port, close: () => app.close() };
}
