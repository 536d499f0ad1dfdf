// What a crawl of three billion pages would take: node scripts/scale/simulate.mjs
//
// 90,000 WARCs lie in an object storage, and a job is one of them. Its pages are drawn from those that scripts/scale/pages.json has measured. A machine has
// eight processors, each of which has a job. Machines are taken away now and then: their jobs begin anew, when their locks are over.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = JSON.parse(readFileSync(join(import.meta.dirname, 'pages.json'), 'utf8'));

const crawl = { warcs: 90_000, pagesOfWarc: 33_333 };
const machine = { processors: 8, bytesEachSecond: 250e6, hoursUntilTaken: 20 };
const storage = { bytesEachSecond: 25e9 };
const lock = 45; // seconds, between half a minute and a whole one
const price = 0.04; // dollars for an hour of a processor

// As scripts/test-scale.mjs has measured them.
const redis = JSON.parse(readFileSync(join(import.meta.dirname, 'redis.json'), 'utf8'));

let state = 1;
/** A number from 0 to 1: always the same ones. */
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** Draws from a distribution that is known at each twentieth. */
function draw({ quantiles }) {
  const at = random() * (quantiles.length - 1);
  const low = Math.floor(at);
  return quantiles[low] + (at - low) * (quantiles[low + 1] - quantiles[low]);
}

// A page takes its own time, and what is the same for all.
const overhead = pages.job.seconds - pages.seconds.mean;

/** A WARC of some thousand pages: what a sample of them is, as often as there are. */
function warc() {
  const sample = 300;
  const count = crawl.pagesOfWarc * (0.8 + 0.4 * random());
  let seconds = 0;
  let bytes = 0;
  for (let i = 0; i < sample; i++) {
    seconds += draw(pages.seconds) + overhead;
    bytes += draw(pages.gzip);
  }
  return { seconds: (seconds * count) / sample, bytes: (bytes * count) / sample };
}

/** Times in order, of which the least can be taken. */
class Heap {
  #items = [];

  get size() {
    return this.#items.length;
  }

  push(item) {
    let at = this.#items.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = this.#items[(at - 1) >> 1];
      if (above <= item) break;
      this.#items[at] = above;
    }
    this.#items[at] = item;
  }

  pop() {
    const least = this.#items[0];
    const last = this.#items.pop();
    if (this.#items.length === 0) return least;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#items.length) break;
      if (below + 1 < this.#items.length && this.#items[below + 1] < this.#items[below]) below++;
      if (this.#items[below] >= last) break;
      this.#items[at] = this.#items[below];
      at = below;
    }
    this.#items[at] = last;
    return least;
  }
}

/** Runs the crawl on so many machines. */
function run(machines, warcs) {
  const slots = machines * machine.processors;
  const share = Math.min(machine.bytesEachSecond / machine.processors, storage.bytesEachSecond / slots);
  const free = new Heap();
  for (let i = 0; i < slots; i++) free.push(0);
  const ends = [];
  let worked = 0;
  let lost = 0;
  let read = 0;
  const waiting = warcs.map(({ seconds, bytes }) => ({ seconds: Math.max(seconds, bytes / share), bytes, from: 0 }));
  for (let next = 0; next < waiting.length; next++) {
    const job = waiting[next];
    const begin = Math.max(free.pop(), job.from);
    const survives = -Math.log(1 - random()) * machine.hoursUntilTaken * 3600;
    read += job.bytes;
    if (survives < job.seconds) {
      lost += survives;
      waiting.push({ ...job, from: begin + survives + lock });
      free.push(begin + survives + 60); // another machine takes its place
    } else {
      worked += job.seconds;
      ends.push(begin + job.seconds);
      free.push(begin + job.seconds);
    }
  }
  ends.sort((a, b) => a - b);
  const end = ends.at(-1);
  return {
    machines,
    hours: (end / 3600).toFixed(1),
    busy: `${((100 * (worked + lost)) / (end * slots)).toFixed(0)} %`,
    lost: `${((100 * lost) / worked).toFixed(1)} %`,
    tail: `${((100 * (end - ends[Math.floor(ends.length * 0.99)])) / end).toFixed(0)} %`,
    storage: `${(read / end / 1e9).toFixed(1)} GB/s`,
    limit: warcs[0].bytes / share > warcs[0].seconds ? 'storage' : 'processors',
  };
}

const line = (cells) =>
  `${cells.map((cell, i) => String(cell)[i === 0 ? 'padEnd' : 'padStart'](i === 0 ? 10 : 12)).join('')}\n`;
const out = (text) => process.stdout.write(text);

const warcs = Array.from({ length: crawl.warcs }, warc);
const seconds = warcs.reduce((sum, job) => sum + job.seconds, 0);
const bytes = warcs.reduce((sum, job) => sum + job.bytes, 0);
const count = crawl.warcs * crawl.pagesOfWarc;
out(
  `${(count / 1e9).toFixed(1)} billion pages, ${(bytes / 1e12).toFixed(0)} TB in ${crawl.warcs} WARCs, ${((count * pages.job.output) / 1e12).toFixed(0)} TB of results\n`,
);
out(
  `${(seconds / 3600).toFixed(0)} hours of a processor, ${((seconds / count / 3600) * 1e6).toFixed(2)} for a million pages, for $ ${((seconds / 3600) * price).toFixed(0)}\n\n`,
);
const rows = [10, 100, 400, 1000].map((machines) => run(machines, warcs));
out(line(Object.keys(rows[0])));
for (const row of rows) out(line(Object.values(row)));

out('\n');
out(line(['job', 'jobs', 'Redis hours', 'Redis GB']));
for (const [name, pagesOfJob] of [
  ['a WARC', crawl.pagesOfWarc],
  ['1000 pages', 1000],
  ['a page', 1],
]) {
  const jobs = count / pagesOfJob;
  out(
    line([
      name,
      jobs.toExponential(0),
      ((jobs * redis.seconds) / 3600).toPrecision(2),
      ((jobs * redis.bytes) / 1e9).toPrecision(2),
    ]),
  );
}
