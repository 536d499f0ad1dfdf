// The report: what was measured on what, then a section for each measure.
import { compare } from './compare.mjs';
import { table } from './table.mjs';

/** @returns {{ markdown: string, plots: { file: string, spec: object }[] }} */
export function makeReport(run, measures) {
  const sections = measures.map((measure) => section(measure, run.results[measure.name]));
  const against =
    run.options.against === undefined
      ? ''
      : compare(
          measures,
          run.results,
          run.drivers.map(({ label }) => label),
        );
  return {
    markdown: [introduction(run), contenders(run), against, ...sections.map(({ markdown }) => markdown)]
      .filter((text) => text !== '')
      .join('\n\n')
      .concat('\n'),
    plots: sections.flatMap(({ plots }) => plots),
  };
}

function section({ title, report }, { data, failed }) {
  if (failed !== undefined) return { markdown: `## ${title}\n\nThis measure failed: ${failed}`, plots: [] };
  const { markdown, plots } = report(data);
  const images = plots.map(({ file }) => `![${title}](plots/${file})`);
  return { markdown: [`## ${title}`, markdown.trim(), ...images].join('\n\n'), plots };
}

function introduction({ options, machine, pages, minutes }) {
  const { processor, cores, memory, system, node, go, commit, date, load } = machine;
  const flags = Object.entries(options).filter(([, value]) => value !== false && value !== undefined);
  const command = ['npm run bench', ...(flags.length > 0 ? ['--'] : []), ...flags.map(flag)].join(' ');
  const articles = pages.headline.map(({ name, bytes }) => `${name} (${Math.round(bytes / 1000)} KB)`).join(', ');
  return `Measured on ${date} at commit ${commit ?? 'unknown'}: ${cores} cores of ${processor}, ${memory} GiB, ${system}, Node.js ${node}, Go ${go}.
The run took ${minutes < 1 ? 'less than a minute' : `${Math.round(minutes)} minutes`}. ${busy(load, cores)}To repeat it:

\`\`\`sh
${command}
\`\`\`

Each contender has a process of its own, and within a measure they take turns, round by round: ratios hold where times do
not. The articles are ${articles}.`;
}

// Figures of a machine that others use say little but by their ratios.
function busy(load, cores) {
  if (load < cores / 2) return '';
  return `Other programs had the machine before it began, a load of ${load.toFixed(1)} on ${cores} cores: look at ratios alone. `;
}

function flag([name, value]) {
  if (value === true) return `--${name}`;
  return `--${name} ${name === 'pages' ? 'DIR' : value}`;
}

function contenders({ drivers, options }) {
  const rows = drivers.map(({ label, version, words, failed }) => [
    label,
    version,
    failed === undefined ? `${Math.floor(words * 100)} %` : `not measured: ${failed}`,
  ]);
  return `## Contenders

Each with the settings that lose least (\`bench/drivers/\`). Before anything is timed, each converts ${options.quick ? 'the two shortest of the articles' : 'the articles'},
and the visible words of the page must be found in the Markdown; the last column is the share in its worst page.

${table(['', 'version', 'words found'], rows)}`;
}
