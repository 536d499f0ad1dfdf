// A cold start: from before the package is loaded to the first Markdown.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ofText } from '../lib/available.mjs';
import { bench } from '../lib/paths.mjs';
import { median } from '../lib/stats.mjs';
import { failures, figure, table, withSpread } from '../lib/table.mjs';

const execute = promisify(execFile);
const script = join(bench, 'programs', 'cold-start.mjs');
const ways = { load: 'loaded', convert: 'promise', convertSync: 'synchronous' };
const base = { driver: 'nothing loaded', args: [] };

export default { name: 'start', title: 'Cold start', drivers: ofText, run: measure, report, figures };

async function measure({ drivers, quick, say }) {
  const rounds = quick ? 5 : 15;
  const contenders = [base, ...drivers.flatMap(waysToCall)].map((one) => ({ ...one, starts: [] }));
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? 'warm-up' : `round ${round} of ${rounds}`);
    for (const contender of contenders) await startOnce(contender, round);
  }
  // Few drivers can be called in both ways.
  return { rounds, contenders: contenders.filter(({ starts, failed }) => starts.length > 0 || failed !== undefined) };
}

function waysToCall({ name, label, root }) {
  return Object.entries(ways).map(([method, way]) => ({ driver: label, way, args: [name, method, root] }));
}

async function startOnce(contender, round) {
  const { driver, args, starts, failed, absent } = contender;
  if (failed !== undefined || absent) return;
  const started = performance.now();
  try {
    const { stdout } = await execute(process.execPath, [script, ...args], { timeout: 30_000 });
    const whole = performance.now() - started;
    const told = JSON.parse(stdout);
    contender.absent = told === null;
    if (round > 0 && told !== null) starts.push({ ...told, whole });
  } catch (error) {
    contender.failed = `${driver}: ${error.message.trim().split('\n').at(-1)}`;
  }
}

const columns = [
  { key: 'first', title: 'to the first Markdown, ms' },
  { key: 'whole', title: 'whole process, ms' },
  { key: 'cpu', title: 'processors, ms' },
  { key: 'memory', title: 'resident memory, MB' },
];

const samples = ({ starts }, key) => starts.map((start) => start[key]);

function figures({ contenders }) {
  return contenders.flatMap((contender) =>
    columns.map(({ key, title }) => ({
      driver: contender.driver,
      figure: `${contender.way}: ${title}`,
      better: 'lower',
      samples: samples(contender, key),
    })),
  );
}

function report({ rounds, contenders: [nothing, ...contenders] }) {
  const more = (contender, key) =>
    contender.starts.length === 0 ? '–' : figure(median(samples(contender, key)) - median(samples(nothing, key)));
  const rows = contenders.map((contender) => [
    `${contender.driver}, ${contender.way}`,
    ...columns.map(({ key }) => withSpread(samples(contender, key))),
    more(contender, 'cpu'),
    more(contender, 'memory'),
  ]);
  const none = ['–', ...columns.slice(1).map(({ key }) => withSpread(samples(nothing, key))), '–', '–'];
  const head = ['', ...columns.map(({ title }) => title), 'ms of processors more than nothing', 'MB more'];
  const markdown = `Fresh processes, the median of ${rounds} rounds: the time from just before the package is loaded to the Markdown of a page of 2 KB, and
for *loaded* to the package's being there; that from the start of Node.js to its end; the processor time of all threads until then, which
other programs disturb less; and the most memory that was resident. The last columns are what the latter two are over those of a
process that loads nothing.

${table(head, [[nothing.driver, ...none], ...rows])}${failures(contenders)}`;
  return { markdown, plots: [] };
}
