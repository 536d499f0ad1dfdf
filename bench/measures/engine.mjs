// The engine alone, without Node.js: the benchmarks of bench/go, with the Go programs that do the same work.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchstat, build, readFailures, readFigures, run, versions } from '../lib/go.mjs';
import { output } from '../lib/paths.mjs';
import { Problem } from '../lib/problem.mjs';
import { geometricMean, median } from '../lib/stats.mjs';
import { figure, table, withSpread } from '../lib/table.mjs';

const works = { Convert: 'HTML to Markdown', Parse: 'HTML to a tree', Render: 'a tree to Markdown' };
const contenders = {
  tidemark: 'tidemark',
  'x-net-html': 'golang.org/x/net/html',
  'tdewolff-lexer': 'tdewolff’s lexer (no tree)',
  'html-to-markdown': 'html-to-markdown (Go)',
};
const modules = ['golang.org/x/net', 'github.com/tdewolff/parse/v2', 'github.com/JohannesKaufmann/html-to-markdown/v2'];

export default { name: 'engine', title: 'The engine in Go', drivers: ['tidemark'], run: measure, report };

async function measure({ drivers, pages, quick, say }) {
  if (drivers.length === 0) throw new Problem('The driver tidemark has failed, so there is no engine to measure.');
  const files = pages.headline.map(({ file }) => file);
  const engines = [];
  for (const { root, label } of drivers) engines.push(await prepare(root, label, engines.length === 0));

  // Once each, to see how many share the time.
  let benchmarks = 0;
  for (const { program, match } of engines) {
    benchmarks += readFigures(await run(program, { match, files, time: '1x' })).length;
  }
  const [rounds, seconds] = quick ? [6, 17] : [10, 85];
  const time = `${Math.ceil((seconds * 1000) / rounds / Math.max(1, benchmarks))}ms`;
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}`);
    for (const engine of engines) engine.printed += await run(engine.program, { match: engine.match, files, time });
  }

  for (const { file, printed } of engines) await writeFile(file, printed);
  const [{ printed }, other] = engines;
  return {
    rounds,
    versions: await versions(modules),
    figures: grouped(readFigures(printed)).map(fold),
    failures: grouped(readFailures(printed)).map(([failure]) => failure),
    comparison: other && { with: other.label, text: await benchstat(other.file, engines[0].file) },
  };
}

/** The engine of another checkout is compared with this one's, and not with the others once more. */
async function prepare(root, label, first) {
  const name = first ? 'engine' : 'engine-against';
  const match = first ? '.' : '/contender=tidemark';
  return { label, match, program: await build(root, name), file: join(output, `${name}.txt`), printed: '' };
}

/** What the rounds say of each benchmark. */
function grouped(lines) {
  const groups = {};
  for (const line of lines) {
    const key = `${line.work} ${line.contender} ${line.page}`;
    groups[key] ??= [];
    groups[key].push(line);
  }
  return Object.values(groups);
}

function fold(lines) {
  const { work, contender, page } = lines[0];
  const each = (unit) => lines.map(({ figures }) => figures[unit]);
  return {
    work,
    contender,
    page,
    speeds: each('MB/s'),
    allocations: median(each('allocs/op')),
    bytes: median(each('B/op')),
  };
}

function report(data) {
  const comparisons = Object.keys(works).map((work) => compare(data, work));
  const markdown = [
    introduction(data),
    ...comparisons.map(({ markdown }) => markdown),
    memory(data),
    ...failures(data),
    ...against(data),
  ];
  return { markdown: markdown.join('\n\n'), plots: [{ file: 'engine.svg', spec: plot(comparisons) }] };
}

function introduction({ rounds, versions }) {
  return `Without Node.js, beside what other Go programs would use: ${versions.join(', ')}.
Megabytes (10⁶ bytes) of HTML per second, higher is better: the median of ${rounds} rounds, in brackets the slowest and the fastest.
All on one processor (\`-cpu 1\`): the garbage collector has none of its own, so each pays for what it leaves behind.`;
}

/** The table of one work, and the contenders' geometric means over the pages that none failed. */
function compare({ figures, failures }, work) {
  const all = [...figures, ...failures].filter((one) => one.work === work);
  const names = Object.keys(contenders).filter((name) => all.some(({ contender }) => contender === name));
  const pages = [...new Set(all.map(({ page }) => page))];
  const speeds = (name, page) => all.find((one) => one.page === page && one.contender === name).speeds;
  const common = pages.filter((page) => names.every((name) => speeds(name, page)));
  const means = names.map((name) => geometricMean(common.map((page) => median(speeds(name, page)))));
  const rows = names.map((name, i) => [
    contenders[name],
    ...pages.map((page) => (speeds(name, page) ? withSpread(speeds(name, page)) : 'failed')),
    figure(means[i]),
    figure(means[0] / means[i]),
  ]);
  return {
    title: works[work],
    markdown: `**${works[work]}**\n\n${table(['MB/s', ...pages, 'geometric mean', 'tidemark is … times as fast'], rows)}`,
    means: names.map((name, i) => ({ contender: contenders[name], speed: means[i] })),
  };
}

function memory({ figures }) {
  const pages = [...new Set(figures.map(({ page }) => page))];
  const rows = Object.keys(works).flatMap((work) =>
    Object.keys(contenders).map((contender) => {
      const mine = figures.filter((one) => one.work === work && one.contender === contender);
      const cells = pages.map((wanted) => mine.find(({ page }) => page === wanted)).map(allocated);
      return mine.length === 0 ? undefined : [`${works[work]}: ${contenders[contender]}`, ...cells];
    }),
  );
  return `**Allocations per document**, and their size in KB\n\n${table(['', ...pages], rows.filter(Boolean))}`;
}

const allocated = (one) =>
  one ? `${Math.round(one.allocations).toLocaleString('en')} (${figure(one.bytes / 1000)})` : 'failed';

function failures({ failures }) {
  const lines = failures.map(
    ({ work, contender, page, reason }) => `- Failed: ${works[work]}, ${contenders[contender]}, ${page}: ${reason}`,
  );
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function against({ comparison }) {
  if (comparison === undefined) return [];
  return [
    `By benchstat, ${comparison.with} (before) and this checkout (after):\n\n\`\`\`\n${comparison.text.trim()}\n\`\`\``,
  ];
}

function plot(comparisons) {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: 'MB of HTML per second on one core, in Go (geometric mean)',
    vconcat: comparisons.map(({ title, means }) => ({
      title: { text: title, anchor: 'start', frame: 'group', fontWeight: 'normal' },
      width: 420,
      data: { values: means },
      encoding: {
        x: { field: 'speed', type: 'quantitative', title: null },
        y: { field: 'contender', type: 'nominal', title: null, sort: null, axis: { minExtent: 170 } },
      },
      layer: [
        { mark: 'bar' },
        { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'speed', format: ',.3r' } } },
      ],
    })),
  };
}
