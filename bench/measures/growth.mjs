// How the time grows with the size of the document, for an ordinary article and for documents made to be slow.
import { ofText } from '../lib/available.mjs';
import { families } from '../lib/families.mjs';
import { climb, exponent } from '../lib/growth.mjs';
import { growthPlot, growthPlots } from '../lib/growth-plots.mjs';
import { figure, table } from '../lib/table.mjs';

const sizes = [10e3, 32e3, 100e3, 320e3, 1e6, 3.2e6, 10e6, 32e6, 100e6];
const upTo = (most) => sizes.filter((bytes) => bytes <= most);

// An article of the largest size is over the default limit of tidemark, which the user can raise.
const full = {
  article: { sizes: upTo(100e6), limit: 20_000, options: { maxInputBytes: 128e6 } },
  hostile: { sizes: upTo(10e6), limit: 3000 },
  // Markdown that outgrows its document is a question of limits: by default some have none.
  families: Object.keys(families).filter((name) => !families[name].outgrows),
};
const short = {
  article: { sizes: upTo(1e6), limit: 2000 },
  hostile: { sizes: upTo(1e6), limit: 1000 },
  families: ['article', 'divs', 'lessThan'],
};

export default { name: 'growth', title: 'Time against size', drivers: ofText, run: measure, report };

async function measure({ drivers, quick, say }) {
  const plan = quick ? short : full;
  // The engine of mdream-piscina is mdream's, and has no synchronous form there.
  const synchronous = drivers.filter(({ name }) => name !== 'mdream-piscina');
  const climbs = [];
  for (const family of plan.families) {
    for (const driver of synchronous) {
      say(`${family}, ${driver.label}`);
      const steps = plan[family] ?? plan.hostile;
      climbs.push({ family, label: driver.label, ...(await climb(driver, family, steps)) });
    }
  }
  return { plan, climbs };
}

function report({ plan, climbs }) {
  const labels = [...new Set(climbs.map(({ label }) => label))];
  const rows = plan.families.map((family) => [
    families[family].title,
    ...labels.map((label) =>
      cell(
        climbs.find((one) => one.family === family && one.label === label),
        plan[family] ?? plan.hostile,
      ),
    ),
  ]);
  const markdown = `Synchronous calls on documents of one kind, from ${size(sizes[0])} to ${size(plan.article.sizes.at(-1))} for the article and to
${size(plan.hostile.sizes.at(-1))} for the others, a fresh process for each line. A cell has the exponent (the slope of log time against log size
over the points above 2 ms: 1 is linear, 2 quadratic), the time for the largest size that was done, and what ended the line before
the last size: *over* is the time limit, passed, or foreseen from two points before by at least its double; *refused* is an error
with a code; *threw* one without; *died* the end of the process. † says that visible text is missing in the Markdown. The
limits of size are those that each has by default, but for the article, where tidemark's is raised.

${table(['', ...labels], rows)}${notes(climbs)}`;
  const ofFamily = (wanted) => climbs.filter(({ family }) => (family === 'article') === wanted);
  return {
    markdown,
    plots: [
      { file: 'growth.svg', spec: growthPlot(ofFamily(true)) },
      { file: 'growth-hostile.svg', spec: growthPlots(ofFamily(false)) },
    ],
  };
}

function cell({ points, end }, { limit }) {
  const last = points.at(-1);
  const slope = exponent(points);
  const parts = [];
  if (slope !== undefined) parts.push(`**${slope.toFixed(2)}**`);
  if (last !== undefined) parts.push(`${time(last.ms)} at ${size(last.bytes)}`);
  if (end !== undefined)
    parts.push(`${end.what === 'late' ? `over ${limit / 1000} s` : end.what} at ${size(end.bytes)}`);
  return `${parts.join(', ')}${points.some(({ lost }) => lost) ? ' †' : ''}`;
}

/** What the contenders said when they failed. */
function notes(climbs) {
  const said = climbs
    .filter(({ end }) => end?.message)
    .map(({ label, end }) => `- ${label} ${end.what}: ${end.message}`);
  const lines = [...new Set(said)];
  return lines.length === 0 ? '' : `\n\nWhat they said:\n\n${lines.join('\n')}`;
}

const size = (bytes) => (bytes < 1e6 ? `${bytes / 1e3} KB` : `${bytes / 1e6} MB`);
const time = (ms) => (ms < 1000 ? `${figure(ms)} ms` : `${figure(ms / 1000)} s`);
