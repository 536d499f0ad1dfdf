// This checkout beside another, figure by figure.
import { median } from './stats.mjs';
import { figure, table, withSpread } from './table.mjs';

/**
 * A table of all figures that two builds of tidemark have in common. Measures that export `figures(data)`, a list of
 * `{ driver, figure, better: 'higher' | 'lower', samples }`, take part.
 */
export function compare(measures, results, [current, other]) {
  const rows = measures.flatMap(({ name, figures }) => {
    const data = results[name].data;
    return figures === undefined || data === undefined ? [] : pairs(figures(data), current, other).map(row(name));
  });
  if (rows.length === 0) return '';
  return `## ${current} against ${other}

The last column is above 1 where *${current}* is better: the median over the rounds, in which the two took turns, and in brackets
the range. Where the range holds 1 the two cannot be told apart.

${table(['', current, other, 'how much better'], rows)}`;
}

function pairs(figures, current, other) {
  return figures
    .filter(({ driver }) => driver === current)
    .map((mine) => ({ mine, theirs: figures.find(({ driver, figure }) => driver === other && figure === mine.figure) }))
    .filter(({ mine, theirs }) => theirs && mine.samples.length > 0 && theirs.samples.length > 0);
}

function row(measure) {
  return ({ mine, theirs }) => {
    const ratio = (a, b) => (mine.better === 'higher' ? a / b : b / a);
    const middles = [mine, theirs].map(({ samples }) => median(samples));
    const rounds = mine.samples
      .slice(0, theirs.samples.length)
      .map((value, round) => ratio(value, theirs.samples[round]));
    return [`${measure}: ${mine.figure}`, ...middles.map(figure), withSpread(rounds)];
  };
}
