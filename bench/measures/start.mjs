// A cold start: from before the package is loaded to the first Markdown.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bench } from '../lib/paths.mjs';
import { median } from '../lib/stats.mjs';
import { failures, figure, table, withSpread } from '../lib/table.mjs';

const execute = promisify(execFile);
const script = join(bench, 'programs', 'cold-start.mjs');
const ways = { convert: 'promise', convertSync: 'synchronous' };
const base = { driver: 'nothing loaded', args: [] };

export default { name: 'start', title: 'Cold start', run: measure, report, figures };

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
    const first = JSON.parse(stdout || '""');
    if (first === '') throw new Error('the Markdown is empty');
    contender.absent = first === null;
    if (round > 0 && first !== null) starts.push({ first, whole });
  } catch (error) {
    contender.failed = `${driver}: ${error.message.trim().split('\n').at(-1)}`;
  }
}

function figures({ contenders }) {
  return contenders.map(({ driver, way, starts }) => ({
    driver,
    figure: `${way}, ms to the first Markdown`,
    better: 'lower',
    samples: starts.map(({ first }) => first),
  }));
}

function report({ rounds, contenders: [nothing, ...contenders] }) {
  const wholes = ({ starts }) => starts.map(({ whole }) => whole);
  const idle = median(wholes(nothing));
  const rows = contenders.map((contender) => {
    const whole = wholes(contender);
    return [
      `${contender.driver}, ${contender.way}`,
      withSpread(contender.starts.map(({ first }) => first)),
      withSpread(whole),
      whole.length === 0 ? '–' : figure(median(whole) - idle),
    ];
  });
  const head = ['', 'to the first Markdown', 'whole process', 'more than nothing'];
  const markdown = `Milliseconds in a fresh process, the median of ${rounds} rounds: from just before the package is loaded to the Markdown of a
page of 2 KB, and from the start of Node.js to its end. The last column is what the latter is over that of a process that loads
nothing.

${table(head, [[nothing.driver, '–', withSpread(wholes(nothing)), '–'], ...rows])}${failures(contenders)}`;
  return { markdown, plots: [] };
}
