// Time against size, both on logarithmic axes. A cross is where a line ended before the largest size.
import { logarithmic } from './axis.mjs';
import { families } from './families.mjs';

/** The climbs of one family. */
export function growthPlot(climbs) {
  return { data: { values: climbs.flatMap(marks) }, width: 480, height: 320, layer: layers(climbs) };
}

/** The climbs of several families, side by side. */
export function growthPlots(climbs) {
  return {
    data: { values: climbs.flatMap(marks) },
    columns: 3,
    facet: { field: 'family', sort: different(climbs.map(title)), title: null },
    spec: { width: 200, height: 140, layer: layers(climbs) },
  };
}

// A label for each point would be most of the file.
function layers(climbs) {
  const encoding = {
    x: logarithmic('megabytes', 'MB of HTML'),
    y: logarithmic('seconds', 'seconds'),
    color: {
      field: 'contender',
      scale: { domain: different(climbs.map(({ label }) => label)) },
      title: null,
      legend: { labelLimit: 0, orient: 'bottom', columns: 4 },
    },
  };
  const shape = { field: 'ended', scale: { domain: [false, true], range: ['circle', 'cross'] }, legend: null };
  const size = { field: 'ended', type: 'ordinal', scale: { domain: [false, true], range: [20, 80] }, legend: null };
  return [
    { mark: { type: 'line', aria: false }, encoding },
    { mark: { type: 'point', filled: true, opacity: 1, aria: false }, encoding: { ...encoding, shape, size } },
  ];
}

function marks(climb) {
  const { label, points, end } = climb;
  return points.map(({ bytes, ms }, i) => ({
    family: title(climb),
    contender: label,
    megabytes: bytes / 1e6,
    seconds: ms / 1000,
    ended: end !== undefined && i === points.length - 1,
  }));
}

const title = ({ family }) => families[family].title.replaceAll('`', '');
const different = (values) => [...new Set(values)];
