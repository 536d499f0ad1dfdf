// The plot of memory over time, in the look of the benchmarks' plots and with their library, which is installed if need be.
import { install } from '../../bench/lib/install.mjs';

// More would be a file of megabytes.
const points = 300;

/** @returns {Promise<string>} SVG */
export async function plotMemory(samples) {
  await install();
  const { renderPlot } = await import('../../bench/lib/plot.mjs');
  const under = highest(samples.filter(({ rest }) => !rest)).map((sample) => mark(sample, 'at work, the highest'));
  const rest = samples.filter((sample) => sample.rest).map((sample) => mark(sample, 'at rest between rounds'));
  return renderPlot({
    title: 'Resident memory of the process',
    width: 640,
    height: 280,
    data: { values: [...under, ...rest] },
    mark: { type: 'line', aria: false },
    encoding: {
      x: { field: 'minutes', type: 'quantitative', title: 'minutes', axis: { grid: false } },
      y: { field: 'megabytes', type: 'quantitative', title: 'MB', axis: { grid: true } },
      color: { field: 'when', type: 'nominal', title: null, sort: null, legend: { orient: 'bottom' } },
    },
  });
}

const mark = ({ seconds, rss }, when) => ({ minutes: seconds / 60, megabytes: rss / 1e6, when });

function highest(samples) {
  const size = Math.ceil(samples.length / points);
  const groups = Array.from({ length: Math.ceil(samples.length / size) }, (_, i) =>
    samples.slice(i * size, (i + 1) * size),
  );
  return groups.map((group) => group.reduce((most, sample) => (sample.rss > most.rss ? sample : most)));
}
