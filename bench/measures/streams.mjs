// Streams: a page that is too long to be held, a slow source, and thousands at a time.
import { article } from '../lib/article.mjs';
import { askOnce } from '../lib/contender.mjs';
import { writeLongPage } from '../lib/long-page.mjs';
import { figure, table, withSpread } from '../lib/table.mjs';

const ways = {
  tidemark: ['stream', 'convertStream', 'webStream', 'each body by itself'],
  mdream: ['streamHtmlToMarkdown', 'each body by itself'],
};
const slow = { chunk: 16_384, interval: 20 };
const many = { streams: 5000, bytes: 30_000, threads: 4, times: 3, settled: 12_000 };

export default { name: 'streams', title: 'Streams', drivers: Object.keys(ways), run, report, figures };

async function run({ drivers, pages, quick, say }) {
  const page = writeLongPage(pages.all, quick ? 100e6 : 1e9);
  try {
    return {
      megabytes: page.bytes / 1e6,
      long: await measureLong(drivers, page, quick ? 1 : 3, say),
      first: await measureFirst(drivers, pages.headline, say),
      many: await measureMany(drivers, say),
    };
  } finally {
    page.remove();
  }
}

async function measureLong(drivers, { file, bytes, ends }, rounds, say) {
  const contenders = [
    { driver: drivers[0], way: 'reading alone', answers: [] },
    ...drivers.flatMap((driver) => ways[driver.name].map((way) => ({ driver, way, answers: [] }))),
  ];
  for (let round = 1; round <= rounds; round++) {
    for (const contender of contenders) {
      if (contender.failed !== undefined) continue;
      const { driver, way } = contender;
      say(`${(bytes / 1e6).toFixed(0)} MB, ${driver.label}, ${way}, round ${round} of ${rounds}`);
      try {
        const answer = await askOnce(driver, 'stream-file', { file, ends }, { setup: { way }, timeout: 300_000 });
        contender.answers.push({ ...answer, rate: bytes / 1000 / answer.milliseconds });
      } catch (error) {
        contender.failed = error.message;
      }
    }
  }
  return contenders.map(({ driver, ...contender }) => ({ driver: driver.label, ...contender }));
}

async function measureFirst(drivers, pages, say) {
  const rows = [];
  for (const { name, file, bytes } of pages) {
    const answers = [];
    for (const driver of drivers) {
      say(`first Markdown of ${name}, ${driver.label}`);
      const setup = { ...slow, way: ways[driver.name][0] };
      answers.push(await askOnce(driver, 'first-markdown', { file }, { setup, timeout: 60_000 }));
    }
    rows.push({ name, bytes, answers });
  }
  return { drivers: drivers.map(({ label }) => label), rows };
}

async function measureMany(drivers, say) {
  const contenders = [];
  for (const driver of drivers.filter(({ name }) => name === 'tidemark')) {
    say(`${many.streams} streams, ${driver.label}`);
    const options = {
      setup: { ...many, root: driver.root, html: article(many.bytes) },
      env: { MALLOC_ARENA_MAX: '1' }, // glibc keeps much of what threads that have ended had freed in arenas of their own.
      timeout: 600_000,
    };
    contenders.push({ driver: driver.label, times: await askOnce(driver, 'many-streams', {}, options) });
  }
  return contenders;
}

function figures({ long, many }) {
  return [
    ...long.flatMap(({ driver, way, answers }) => [
      { driver, figure: `${way}, MB/s`, better: 'higher', samples: answers.map(({ rate }) => rate) },
      { driver, figure: `${way}, MB at the peak`, better: 'lower', samples: answers.map(({ grown }) => grown / 1e6) },
    ]),
    ...many.map(({ driver, times }) => ({
      driver,
      figure: 'many streams, s',
      better: 'lower',
      samples: times.map(({ milliseconds }) => milliseconds / 1000),
    })),
  ];
}

function report({ megabytes, long, first, many: contenders }) {
  const failed = long.filter(({ failed }) => failed).map(({ way, failed }) => `- Failed, ${way}: ${failed}.`);
  return {
    markdown: [
      `A page of ${megabytes.toFixed(0)} MB, the bodies of all pages again and again in one, is read from the disk in chunks of 64 KiB, and its
Markdown counted. *Peak* is the most resident memory less what was held before; to read the file and do nothing else takes some too.
*Each body by itself* is no stream: each is read whole and converted.`,
      longTable(long),
      failed.join('\n'),
      `First Markdown: pages that come at ${slow.chunk / 1024} KiB every ${slow.interval} ms. From the first chunk to the first Markdown, in milliseconds, and in
brackets how many KB had been sent by then. (${first.drivers.map((label) => `${label}: \`${ways[label]?.[0] ?? 'stream'}\``).join('; ')}.)`,
      firstTable(first),
      `${many.streams.toLocaleString('en')} streams at once in ${many.threads} worker threads, of articles of ${many.bytes / 1000} KB: all are open when the second of their chunks of 4 KiB is sent, and
half of them are aborted half-way. The same is done ${many.times} times in one process, each time with new threads; ${many.settled / 1000} s after the last has ended,
nothing may be open, and the memory must not grow from time to time. (With one of glibc's arenas, \`MALLOC_ARENA_MAX=1\`.)`,
      ...contenders.map(manyTable),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    plots: [],
  };
}

function longTable(long) {
  const head = ['', 'MB/s', 'peak, MB', 'event loop busy, %', 'Markdown, MB'];
  const of = (answers, value) => withSpread(answers.map(value));
  return table(
    head,
    long.map(({ driver, way, answers }) => [
      way === 'reading alone' ? way : `${driver}, ${way}`,
      of(answers, ({ rate }) => rate),
      of(answers, ({ grown }) => grown / 1e6),
      of(answers, ({ utilization }) => 100 * utilization),
      figure(answers[0]?.markdown / 1e6),
    ]),
  );
}

function firstTable({ drivers, rows }) {
  const cell = ({ milliseconds, sent }) => `${figure(milliseconds)} (${Math.round(sent / 1000)})`;
  return table(
    ['', 'KB', ...drivers],
    rows.map(({ name, bytes, answers }) => [name, Math.round(bytes / 1000), ...answers.map(cell)]),
  );
}

function manyTable({ driver, times }) {
  const head = [
    driver,
    's',
    'whole',
    'aborted',
    'left open',
    'native bytes left',
    'MB before',
    'MB at the peak',
    'MB after',
    'of it Go, MB',
  ];
  const whole = (number) => number.toLocaleString('en');
  return table(
    head,
    times.map((time, place) => [
      `time ${place + 1}`,
      figure(time.milliseconds / 1000),
      ...[time.whole, time.aborted, time.open, time.nativeBytes].map(whole),
      ...[time.before, time.peak, time.after, time.engineBytes].map((bytes) => figure(bytes / 1e6)),
    ]),
  );
}
