// The results as tables.
import { families } from '../../bench/lib/families.mjs';
import { unlimited } from './cases.mjs';

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

/** For each way of calling, families and sizes against limits; and what each family takes for its size without a limit. */
export function report(results, { sizes, ways, limits }) {
  const contained = limits.filter((limit) => limit !== unlimited);
  const parts = contained.length === 0 ? [] : ways.map((way) => wayTable(results, way, contained));
  if (limits.includes(unlimited)) parts.push(ratioTable(results, sizes));
  return parts.join('\n\n');
}

function wayTable(results, way, limits) {
  const rows = group(
    results.filter((result) => result.way === way && result.limit !== unlimited),
    ({ family, size }) => `${title(family)}, ${size} MB`,
  ).map(([name, list]) => [name, ...limits.map((limit) => cell(list.find((result) => result.limit === limit)))]);
  return `Called ${described[way]}:\n\n${table(['', ...limits.map((limit) => `${limit} MiB`)], rows)}`;
}

const described = { async: '`await convert(html)`', sync: '`convertSync(html)`', many: '`convert(html)`, 100 at once' };

function ratioTable(results, sizes) {
  const rows = group(
    results.filter(({ limit }) => limit === unlimited),
    ({ family }) => title(family),
  ).map(([name, list]) => [name, ...sizes.map((size) => ratio(list.find((result) => result.size === size)))]);
  return `Peak over size without a limit, \`await convert(html)\`:\n\n${table(['', ...sizes.map((size) => `${size} MB`)], rows)}`;
}

function cell(result) {
  if (result === undefined || result.skipped !== undefined) return '–';
  const { fault, counts, peak } = result;
  const what = fault === undefined ? tell(counts) : `**${fault}**`;
  return peak === undefined ? what : `${what}, ${megabytes(peak)}`;
}

function ratio(result) {
  if (result === undefined || result.skipped !== undefined) return '–';
  if (result.peak === undefined) return `**${result.fault}**`;
  const refused = result.fault ?? Object.keys(result.counts).find((name) => name !== 'Markdown');
  const value = `${(result.peak / result.bytes).toFixed(1)}x`;
  return refused === undefined ? value : `${value}, ${refused}`;
}

/** "Markdown" if that is all, "60 Markdown, 40 ERR_QUEUE_FULL" if not. */
function tell(counts) {
  const entries = Object.entries(counts);
  if (entries.length === 1) return entries[0][0];
  return entries.map(([name, count]) => `${count} ${name}`).join(', ');
}

const title = (family) => families[family].title;

function group(list, key) {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}

function table(head, rows) {
  const align = head.map((_, column) => (column === 0 ? ':--' : '--:'));
  return [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
