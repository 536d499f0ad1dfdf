// A thread that works until it is told to end: a few pieces of work at a time, of kinds that are drawn by lot. It counts in
// memory that it shares with the main thread, which may terminate it, and says how it ended.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { count } from './counts.mjs';
import { hashOf } from './documents.mjs';
import { randomFrom } from './random.mjs';

const { memory, documents, seed, load, packageFolder, counts } = workerData;
const tidemark = createRequire(import.meta.url)(packageFolder);
const random = randomFrom(seed);
const folder = new URL('./work/', import.meta.url);
const kinds = await Promise.all(readdirSync(folder).map(loadKind));
let ending = false;

parentPort.on('message', () => {
  ending = true;
});

async function loadKind(file) {
  const { default: work, alone = false } = await import(new URL(file, folder));
  return { name: file, work, alone };
}

/** A document of no more than so many bytes: `html` is text or bytes, which need the `options`. */
function document(most) {
  let chosen = random.pick(documents);
  while (chosen.end - chosen.start > most) chosen = random.pick(documents);
  const bytes = new Uint8Array(memory, chosen.start, chosen.end - chosen.start);
  const text = Buffer.from(bytes).toString();
  return random.chance(0.5)
    ? { ...chosen, text, html: text }
    : { ...chosen, text, html: bytes, options: { encoding: 'utf-8' } };
}

function check({ name, start, end, hash }, markdown) {
  counts[count.converted]++;
  counts[count.bytes] += end - start;
  assert.equal(hashOf(markdown), hash, `${name} did not become the Markdown that it should`);
}

/** Makes a call of the package and counts it, and that it settles. */
async function call(make) {
  counts[count.submitted]++;
  try {
    return await make();
  } finally {
    counts[count.settled]++;
  }
}

async function carryOut({ name, work }) {
  try {
    await work({ tidemark, random, document, check, call, wait });
  } catch (error) {
    throw new Error(`${name}: ${error.stack ?? error}`);
  }
}

async function turn() {
  const kind = random.pick(kinds);
  if (kind.alone) return carryOut(kind);
  const others = Array.from({ length: random.below(4) }, () => random.pick(kinds.filter(({ alone }) => !alone)));
  await Promise.all([kind, ...others].map(carryOut));
}

function idle() {
  const { queued, running } = tidemark.stats();
  return queued + running === 0;
}

try {
  while (!ending) {
    const started = performance.now();
    await turn();
    await wait(((performance.now() - started) * (1 - load)) / load);
  }
  // A call that was aborted while it ran ends a little after its promise.
  while (!idle()) await wait(1);
  if (random.chance(0.5)) await tidemark.close();
  parentPort.postMessage({});
} catch (error) {
  parentPort.postMessage({ fault: error.message });
}
parentPort.close();
