// What answers in Markdown do to the others of a server: node bench/http.mjs [rounds]
//
// A server in a process of its own answers browsers with a page of 60 KB, while one request of five asks for Markdown of pages of 300 KB, no two
// alike. It does so in three ways, in turns: in HTML alone, by tidemark/http, and by convertSync in its handler. Told are the milliseconds that
// browsers wait, those that the server's event loop is late, and the processor time of its thread for each request. On a machine that does
// other work too only the ratios say something.
import { fork } from 'node:child_process';
import { createServer, get } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { article } from './lib/article.mjs';
import { threadTime } from './lib/thread-time.mjs';

const ways = ['html', 'tidemark/http', 'convertSync'];
const requests = 400; // in each round
const atATime = 8;
const html = { 'content-type': 'text/html; charset=utf-8' };

async function serve(way) {
  const { nodeMarkdown } = await import('../dist/http.mjs');
  const { convertSync } = await import('../dist/index.mjs');
  const [small, large] = [60_000, 300_000].map(article);
  const pageOf = (url) => (url === '/' ? small : large.replace('<h1>', `<h1>${url} `));
  const handlers = {
    html: (request, response) => response.writeHead(200, html).end(pageOf(request.url)),
    convertSync: (request, response) => {
      if (request.headers.accept !== 'text/markdown') return handlers.html(request, response);
      response.writeHead(200, { 'content-type': 'text/markdown' }).end(convertSync(pageOf(request.url)));
    },
  };
  const server = createServer(handlers[way] ?? nodeMarkdown(handlers.html, { maxCachedBytes: 0 }));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let before = 0;
  process.on('message', (message) => {
    if (message === 'begin') {
      delay.reset();
      delay.enable();
      before = threadTime() ?? 0;
      process.send('begun');
    } else {
      delay.disable();
      // Its timer fires a millisecond late at best.
      const late = (percent) => Math.max(0, delay.percentile(percent) / 1e6 - 1);
      process.send({ late: late(99), latest: late(100), thread: ((threadTime() ?? 0) - before) / requests });
    }
  });
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
}

const message = (child) => new Promise((resolve) => child.once('message', resolve));

function ask(port, path, accept) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const answered = (response) =>
      response
        .resume()
        .on('end', () => resolve(performance.now() - started))
        .on('error', reject);
    get({ host: '127.0.0.1', port, path, headers: { accept }, agent: false }, answered).on('error', reject);
  });
}

let page = 0;

async function round({ child, port }) {
  child.send('begin');
  await message(child);
  const waits = [];
  let left = requests;
  const client = async () => {
    while (left-- > 0) {
      if (left % 5 === 0) await ask(port, `/${page++}`, 'text/markdown');
      else waits.push(await ask(port, '/', 'text/html'));
    }
  };
  await Promise.all(Array.from({ length: atATime }, client));
  child.send('end');
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.floor(share * (waits.length - 1))];
  return { median: at(0.5), p99: at(0.99), ...(await message(child)) };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function main(rounds) {
  const servers = [];
  for (const way of ways) {
    const child = fork(import.meta.filename, ['--serve', way]);
    servers.push({ way, child, ...(await message(child)), rounds: [] });
  }
  for (const server of servers) await round(server); // the first is slower
  for (let i = 0; i < rounds; i++) for (const server of servers) server.rounds.push(await round(server));
  const titles = {
    median: 'browser, median',
    p99: 'browser, p99',
    late: 'loop late, p99',
    latest: 'loop late, most',
    thread: 'thread/request',
  };
  console.log(`${rounds} rounds of ${requests} requests, ${atATime} at a time: milliseconds, and × html`);
  console.log(['', ...Object.values(titles)].map((text) => text.padEnd(18)).join(''));
  for (const { way, child, rounds: found } of servers) {
    const cells = Object.keys(titles).map((key) => {
      const value = median(found.map((one) => one[key]));
      const ratio = median(found.map((one, i) => one[key] / servers[0].rounds[i][key]));
      return `${value.toFixed(2)} (${ratio.toFixed(2)}×)`;
    });
    console.log([way, ...cells].map((text) => text.padEnd(18)).join(''));
    child.kill();
  }
}

const [first, second] = process.argv.slice(2);
await (first === '--serve' ? serve(second) : main(Number(first ?? 5)));
