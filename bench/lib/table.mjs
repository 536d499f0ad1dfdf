// Tables of figures in Markdown.
import { markdownTable } from 'markdown-table';
import { summary } from './stats.mjs';

/** A table whose first column is text and whose other columns are figures. */
export function table(head, rows) {
  const align = head.map((_, column) => (column === 0 ? 'left' : 'right'));
  return markdownTable([head, ...rows], { align, alignDelimiters: false, padding: true });
}

/** A number with three significant digits. */
export function figure(value) {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { minimumFractionDigits: Math.min(digits, 3), maximumFractionDigits: digits });
}

/** The median of some samples, and in brackets the least and the greatest, if there are several. */
export function withSpread(samples) {
  if (samples === undefined || samples.length === 0) return '–';
  const { median, min, max } = summary(samples);
  return samples.length === 1 ? figure(median) : `${figure(median)} (${figure(min)}–${figure(max)})`;
}

/**
 * How many times as fast tidemark is as a contender with documents in the same form, strings or bytes, by what `speeds` says of each, round by
 * round, in which they took turns.
 */
export function timesAsFast(contenders, contender, speeds) {
  const form = ({ label }) => label.endsWith(', bytes');
  const own = contenders.find((one) => form(one) === form(contender));
  if (own === contender) return '1';
  const mine = speeds(own);
  return withSpread(speeds(contender).map((speed, round) => mine[round] / speed));
}

/** What is said below a table of the contenders that did not get through. */
export function failures(contenders) {
  const lines = contenders.filter(({ failed }) => failed).map(({ failed }) => `- Failed: ${failed}.`);
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}
