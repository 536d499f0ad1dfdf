// Measures what the simulation draws from: node scripts/scale/measure-pages.mjs FOLDER... > scripts/scale/pages.json
//
// Of all pages below the folders: how large they are, also as gzip has them, what becomes of them, and what seconds of processor each takes. And
// what a job of a WARC of all of them takes in all, with reading, decompressing and writing.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { extractSync } from 'tidemark';
import { processor } from 'tidemark/bullmq';

const options = { parts: ['markdown', 'metadata'] };

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html(?:\.gz)?$/.test(name))
    .map((name) => join(folder, name)),
);
const pages = files.map((file) => (file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file)));

/** Seconds of processor that an action takes, the least of three times. */
function secondsOf(act) {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}

const measured = pages.map((html) => ({
  bytes: html.length,
  gzip: gzipSync(html).length,
  output: Buffer.byteLength(JSON.stringify(extractSync(html, options))),
  seconds: secondsOf(() => extractSync(html, options)),
}));

/** The values at each twentieth of a distribution, from the least to the largest. */
function quantiles(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return Array.from({ length: 21 }, (_, i) => sorted[Math.round((i / 20) * (sorted.length - 1))]);
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function record(html, n) {
  const block = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), html]);
  const fields = `WARC-Type: response\r\nWARC-Target-URI: https://example.com/${n}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Length: ${block.length}\r\n`;
  return gzipSync(Buffer.concat([Buffer.from(`WARC/1.0\r\n${fields}\r\n`), block, Buffer.from('\r\n\r\n')]));
}

/** Seconds of processor for a page of a WARC: all that a worker does for it, and what of that its event loop does. */
async function secondsOfJob() {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-measure-'));
  writeFileSync(join(folder, 'all.warc.gz'), Buffer.concat(pages.map(record)));
  const convert = processor({ out: join(folder, 'out'), files: folder });
  const job = { id: '1', data: { warc: 'all.warc.gz' }, updateProgress: async () => undefined };
  const times = [];
  for (let i = 0; i < 4; i++) {
    const before = process.cpuUsage();
    const loop = loopSeconds();
    await convert(job);
    const { user, system } = process.cpuUsage(before);
    times.push({ seconds: (user + system) / 1e6 / pages.length, loop: (loopSeconds() - loop) / pages.length });
  }
  const size = statSync(join(folder, 'out', 'all.jsonl')).size / pages.length;
  rmSync(folder, { recursive: true });
  const [least] = times.slice(1).sort((a, b) => a.seconds - b.seconds);
  return { ...least, output: size };
}

/** Seconds of processor that the thread of the event loop has taken. */
function loopSeconds() {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9;
}

const job = await secondsOfJob();
const of = (name) => measured.map((page) => page[name]);
const told = Object.fromEntries(
  ['bytes', 'gzip', 'output', 'seconds'].map((name) => [
    name,
    { mean: mean(of(name)), quantiles: quantiles(of(name)) },
  ]),
);
process.stdout.write(`${JSON.stringify({ processor: cpus()[0].model, pages: pages.length, ...told, job }, null, 2)}\n`);
