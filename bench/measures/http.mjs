// Servers that answer a page with its Markdown.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article } from '../lib/article.mjs';
import { output } from '../lib/paths.mjs';
import { inTurn } from '../lib/rounds.mjs';
import { failures, table, withSpread } from '../lib/table.mjs';

const drivers = ['tidemark', 'tidemark-bytes', 'mdream', 'mdream-piscina'];
const servers = { node: 'node:http', fastify: 'Fastify' };
const columns = [
  { key: 'perSecond', title: 'requests/s', better: 'higher' },
  { key: 'p50', title: 'answer, median, ms', better: 'lower' },
  { key: 'p99', title: 'answer, p99, ms', better: 'lower' },
  { key: 'delay99', title: 'loop delay p99, ms', better: 'lower' },
  { key: 'delayMost', title: 'longest loop delay, ms', better: 'lower' },
  { key: 'loop', title: "the loop's thread, ms of processor for each", better: 'lower' },
  { key: 'cpu', title: 'all threads, ms of processor for each', better: 'lower' },
];
const size = 78_000;
const connections = 50;

export default { name: 'http', title: 'Servers', drivers, run: measure, report, figures };

async function measure(ctx) {
  mkdirSync(output, { recursive: true });
  const file = join(output, 'http.html');
  writeFileSync(file, article(size));
  return inTurn(ctx, {
    program: 'http',
    setup: { file },
    questions: Object.keys(servers).map((server) => ({
      name: server,
      params: { server, connections, milliseconds: ctx.quick ? 1500 : 5000 },
    })),
    rounds: ctx.quick ? 3 : 7,
    budget: 120_000,
    timeout: 60_000,
  });
}

const samples = (answers, key) =>
  (answers ?? []).map((answer) => answer[key]).filter((value) => typeof value === 'number');

function figures(contenders) {
  return contenders.flatMap(({ label, answers }) =>
    Object.entries(servers).flatMap(([server, title]) =>
      columns.map(({ key, title: figure, better }) => ({
        driver: label,
        figure: `${title}: ${figure}`,
        better,
        samples: samples(answers[server], key),
      })),
    ),
  );
}

function report(contenders) {
  const head = ['', ...columns.map(({ title }) => title)];
  const tables = Object.entries(servers).map(([server, title]) => {
    const rows = contenders.map(({ label, answers }) => [
      label,
      ...columns.map(({ key }) => withSpread(samples(answers[server], key))),
    ]);
    return `${title}:\n\n${table(head, rows)}`;
  });
  return {
    markdown: `A server that is sent an article of ${size / 1000} KB and answers with its Markdown, asked over ${connections} connections, each of which waits for its
answer, by another process on the same machine. mdream alone converts on the event loop. The loop's delay is that of
\`perf_hooks.monitorEventLoopDelay\`, of which an idle loop shows about 1 ms.

${tables.join('\n\n')}${failures(contenders)}`,
    plots: [],
  };
}
