// What a call costs apart from the conversion.
import { buildAsyncWork, buildTestHooks } from '../border/build.mjs';
import { inTurn } from '../lib/rounds.mjs';
import { median } from '../lib/stats.mjs';
import { failures, figure, table, withSpread } from '../lib/table.mjs';

const ways = {
  batches: 'a promise, in batches of 1,000',
  serial: 'a promise, one at a time',
  sync: 'a synchronous call, processor time',
};
const yardsticks = [
  { name: '../border/async-work', label: '`napi_async_work` in C' },
  { name: '../border/masked', label: 'signals blocked, in C' },
  { name: '../border/napi-rs', label: 'napi-rs' },
];

export default { name: 'border', title: 'The border alone', drivers: ['tidemark'], run: measure, report, figures };

async function measure({ drivers, quick, say }) {
  say('building what does nothing');
  buildAsyncWork();
  for (const { root } of drivers) buildTestHooks(root);

  const products = drivers.map(({ label, root }) => ({ name: '../border/tidemark', label, root }));
  const milliseconds = quick ? 40 : 150;
  const rounds = quick ? 5 : 15;
  const contenders = await inTurn(
    { drivers: [...products, ...yardsticks], say },
    {
      program: 'small',
      setup: { documents: [''] },
      questions: Object.keys(ways).map((way) => ({ name: way, params: { document: 0, way, milliseconds } })),
      rounds,
      budget: Number.POSITIVE_INFINITY,
      timeout: 30_000,
    },
  );
  return { rounds, contenders: contenders.map(inMicroseconds) };
}

function inMicroseconds({ label, failed, answers }) {
  // A synchronous call is all of one thread: what others do meanwhile can be left out.
  const each =
    (way) =>
    ({ calls, milliseconds, thread = milliseconds }) =>
      ((way === 'sync' ? thread : milliseconds) * 1000) / calls;
  const times = Object.entries(answers).map(([way, all]) => [way, all.map(each(way))]);
  return { label, failed, times: Object.fromEntries(times) };
}

function figures({ contenders }) {
  return contenders.flatMap(({ label, times }) =>
    Object.entries(times).map(([way, samples]) => ({
      driver: label,
      figure: `${ways[way]}, µs`,
      better: 'lower',
      samples,
    })),
  );
}

function report({ rounds, contenders }) {
  const [ours, ...others] = contenders;
  const rows = Object.entries(ways).map(([way, title]) => [
    title,
    ...contenders.map(({ times }) => withSpread(times[way])),
    ...others.map(({ times }) => ratio(ours.times[way], times[way])),
  ]);
  const head = ['', ...contenders.map(({ label }) => label), ...others.map(({ label }) => `ratio to ${label}`)];
  const markdown = `Microseconds per call that does no work, the median of ${rounds} rounds: what to subtract from the time of a small
document to see the conversion alone. A ratio below 1 says that tidemark takes less. Tidemark is the build with test hooks,
given a document that the engine answers without looking further. The addon in C makes an empty string, and once more with signals
blocked meanwhile, as they must be around a call into Go: the difference is that of the system. Of napi-rs, the promise
is \`uncompress\` of snappy for an empty string, an \`AsyncTask\`, and the synchronous call is \`crc32\` of @node-rs/crc32 for no
bytes.

${table(head, rows)}${failures(contenders)}`;
  return { markdown, plots: [] };
}

function ratio(ours, theirs) {
  return ours && theirs ? figure(median(ours) / median(theirs)) : '–';
}
