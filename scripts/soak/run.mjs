// The soak itself: rounds of work, each with threads of its own, and a rest after each at which nothing may be left.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../lib/go-env.mjs';
import { checkMemory, checkRest, megabytes } from './checks.mjs';
import { addTo, noCounts } from './counts.mjs';
import { makeDocuments } from './documents.mjs';
import { Memory } from './memory.mjs';
import { plotMemory } from './plot.mjs';
import { randomFrom } from './random.mjs';
import { Threads } from './threads.mjs';

const tidemark = createRequire(import.meta.url)(root);

/** @returns {Promise<string[]>} what did not hold */
export async function run(options) {
  const random = randomFrom(options.seed);
  const shared = makeDocuments(options.seed, options.pages, tidemark.convertSync);
  const workerData = { ...shared, load: options.load, packageFolder: root };
  await tidemark.convert(''); // the base line is that of a pool that has worked
  const memory = new Memory(tidemark);
  const base = await memory.atRest();
  const end = performance.now() + options.minutes * 60_000;
  const length = roundLength(options.minutes);
  const sum = noCounts();
  let terminated = 0;
  const faults = [];
  console.log(
    `${shared.documents.length} documents, ${megabytes(shared.memory.byteLength)} MB; at rest: ${describe(base)}`,
  );

  for (let round = 1; performance.now() < end && faults.length === 0; round++) {
    const threads = new Threads(options.workers, random, workerData);
    await work(threads, memory, Math.min(end, performance.now() + length));
    await threads.end();
    const rest = await memory.atRest();
    faults.push(...threads.faults, ...checkRest(round, base, rest));
    addTo(sum, threads.totals);
    terminated += threads.terminated;
    console.log(`${clock(rest.seconds)}  round ${round}: ${told(sum, terminated)}; at rest: ${describe(rest)}`);
  }

  faults.push(...checkMemory(memory.rests));
  await leave(options.out, memory);
  return faults;
}

// At least ten rounds, so that growth can be told from chance.
const roundLength = (minutes) => Math.min(60_000, (minutes * 60_000) / 10);

async function work(threads, memory, until) {
  while (performance.now() < until && threads.faults.length === 0) {
    await wait(Math.min(1000, Math.max(0, until - performance.now())));
    memory.sample();
    if (threads.random.chance(0.1)) await threads.replaceOne();
  }
}

async function leave(folder, memory) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'memory.csv'), memory.toCsv());
  writeFileSync(join(folder, 'memory.svg'), await plotMemory(memory.samples));
  console.log(`Memory over time: ${join(folder, 'memory.csv')} and memory.svg`);
}

const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 19);

function told([submitted, settled, converted, bytes], terminated) {
  const thousands = (n) => n.toLocaleString('en');
  const lost = `${thousands(submitted - settled)} lost with ${terminated} terminated threads`;
  return `${thousands(submitted)} calls, ${lost}, ${thousands(converted)} documents right, ${megabytes(bytes)} MB`;
}

const describe = ({ rss, nativeBytes, goroutines, environments }) =>
  `${megabytes(rss)} MB resident, ${nativeBytes} native bytes, ${goroutines} goroutines, ${environments} environments`;
