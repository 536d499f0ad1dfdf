// How much memory a conversion takes, and whether a long run gives it back.
import { ofText } from '../lib/available.mjs';
import { logarithmic } from '../lib/axis.mjs';
import { askOnce } from '../lib/contender.mjs';
import { slope } from '../lib/slope.mjs';
import { figure, table, withSpread } from '../lib/table.mjs';

const samples = 40;
const settled = 10; // the samples before are warm-up
const enough = 300; // conversions that say something about a thousand

export default { name: 'memory', title: 'Memory', drivers: ofText, run: measure, report, figures };

async function measure({ drivers, quick, say }) {
  const bytes = quick ? 1e6 : 10e6;
  const rounds = quick ? 1 : 3;
  const milliseconds = quick ? 700 : 12_000;
  const contenders = drivers.map(({ label }) => ({ label, peaks: [], points: [], failed: {} }));
  const each = async (program, params, timeout, keep) => {
    for (const [i, driver] of drivers.entries()) {
      const contender = contenders[i];
      if (contender.failed[program] !== undefined) continue;
      say(`${program}, ${driver.label}`);
      try {
        keep(contender, await askOnce(driver, program, params, { timeout }));
      } catch (error) {
        contender.failed[program] = error.message;
      }
    }
  };
  for (let round = 0; round < rounds; round++) {
    await each('peak', { bytes }, quick ? 5000 : 20_000, ({ peaks }, answer) => peaks.push(answer));
  }
  const longest = milliseconds + 30_000;
  await each('long-run', { milliseconds, samples }, longest, (contender, answer) => Object.assign(contender, answer));
  return { bytes, rounds, milliseconds, contenders };
}

const multiples = ({ peaks }) => peaks.map(({ grown, input }) => grown / input);

function figures({ contenders }) {
  return contenders.map((contender) => ({
    driver: contender.label,
    figure: 'peak, times the HTML',
    better: 'lower',
    samples: multiples(contender),
  }));
}

function report({ bytes, rounds, milliseconds, contenders }) {
  const head = [
    '',
    'loaded, MB',
    'peak, times the HTML',
    'conversions',
    'MB, settled',
    'MB, at the end',
    'MB per 1,000',
  ];
  const rows = contenders.map((contender) => [
    contender.label,
    withSpread(contender.peaks.map(({ loaded }) => loaded / 1e6)),
    withSpread(multiples(contender)),
    ...longRun(contender.points),
  ]);
  const failed = contenders.flatMap((contender) =>
    Object.entries(contender.failed).map(([program, reason]) => `- Failed, ${program}: ${reason}.`),
  );
  const markdown = `Resident memory of the process. *Loaded* is after loading. *Peak* is the most while one article of ${bytes / 1e6} MB is
converted, less what was held before with the article in memory, as a multiple of the article: the median of fresh
processes, ${rounds} in number. The rest is a run of ${milliseconds / 1000} s over articles of 2 to 90 KB, one after the other: what was held after
a quarter of the time and at the end, each time after a collection of V8's garbage, and the slope between the two where the run was
long enough to tell.

${table(head, rows)}${failed.length === 0 ? '' : `\n\n${failed.join('\n')}`}`;
  return { markdown, plots: [{ file: 'memory.svg', spec: plot(contenders) }] };
}

function longRun(points) {
  const after = points.slice(settled);
  if (after.length === 0) return ['–', '–', '–', '–'];
  const [first, last] = [after[0], after.at(-1)];
  const growth = slope(after.map(({ conversions, bytes }) => [conversions / 1000, bytes / 1e6]));
  return [
    last.conversions.toLocaleString('en'),
    figure(first.bytes / 1e6),
    figure(last.bytes / 1e6),
    last.conversions - first.conversions < enough ? '–' : growth.toFixed(2),
  ];
}

function plot(contenders) {
  return {
    data: {
      values: contenders.flatMap(({ label, points }) =>
        points.map(({ conversions, bytes }) => ({ contender: label, conversions, megabytes: bytes / 1e6 })),
      ),
    },
    width: 480,
    height: 320,
    mark: 'line',
    encoding: {
      x: logarithmic('conversions', 'conversions'),
      y: { field: 'megabytes', type: 'quantitative', title: 'MB resident' },
      color: {
        field: 'contender',
        scale: { domain: contenders.map(({ label }) => label) },
        title: null,
        legend: { labelLimit: 0 },
      },
    },
  };
}
