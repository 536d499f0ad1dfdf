// Where a run leaves what it found.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, root } from './paths.mjs';
import { renderPlot } from './plot.mjs';
import { makeReport } from './report.mjs';

const generated = /(?<=<!-- results -->\n).*(?=<!-- \/results -->)/s;

export async function publish(run, measures) {
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'results.json'), `${JSON.stringify(withoutPages(run), null, 2)}\n`);
  const { markdown, plots } = makeReport(run, measures);
  writeFileSync(join(output, 'report.md'), markdown);
  await writePlots(output, plots);
  if (run.options.write || isFull(run.options)) {
    const file = join(root, 'docs', 'performance.md');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(generated, () => `\n${markdown}\n`),
    );
    await writePlots(join(root, 'docs'), plots);
    console.error('Wrote docs/performance.md');
  }
  console.log(markdown);
  console.error('The report is build/bench/report.md, all figures are in build/bench/results.json');
}

function isFull({ quick, only, pages, against }) {
  return !quick && only === undefined && pages === undefined && against === undefined;
}

async function writePlots(folder, plots) {
  mkdirSync(join(folder, 'plots'), { recursive: true });
  for (const { file, spec } of plots) writeFileSync(join(folder, 'plots', file), await renderPlot(spec));
}

function withoutPages({ pages, ...run }) {
  return { ...run, pages: pages.headline.map(({ name, bytes }) => ({ name, bytes })) };
}
