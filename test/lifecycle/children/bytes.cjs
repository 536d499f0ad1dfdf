'use strict';
// Documents are read where JavaScript has them, and results are where workers have written them: each must be there for as long as it is
// used, and no longer. With threads that are terminated, calls that are aborted, collections, and results that go to other threads.
const assert = require('node:assert/strict');
const { Readable } = require('node:stream');
const { getHeapSnapshot } = require('node:v8');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const { load, article, eventually, child, settled } = require('./support.cjs');

const html = Buffer.from(article(300));
const document = () => Uint8Array.from(html);
const handedOver = { transfer: true, output: 'bytes' };
const rounds = Number(process.env.ROUNDS ?? 12);

const started = (data) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: data });
    worker.once('message', (message) => resolve({ worker, message })).once('error', reject);
  });

const turn = () => new Promise((resolve) => setTimeout(resolve, 1));

async function terminated() {
  for (let round = 0; round < rounds; round++) {
    const { worker } = await started('flood');
    await new Promise((resolve) => setTimeout(resolve, round % 8));
    await worker.terminate();
  }
}

// An environment that ends by itself, with calls in flight.
async function gone() {
  for (let round = 0; round < rounds / 4; round++) {
    const { worker } = await started('exit');
    await new Promise((resolve) => worker.once('exit', resolve));
  }
}

async function dropped() {
  const { convert } = load();
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < 10; i++) convert(document(), handedOver);
    globalThis.gc?.();
    await turn();
  }
}

// A heap snapshot looks at everything that is there: what is lent, and what is held.
async function looked(expected) {
  const { convert } = load();
  const calls = Array.from({ length: 20 }, () => convert(document(), handedOver));
  const [made] = await Promise.all(calls.splice(0, 1));
  for await (const _ of getHeapSnapshot());
  assert.ok(Buffer.from(made).equals(expected));
  await Promise.all(calls);
}

// Streams whose chunks are memory of native code, read to the end or left.
async function streamed(expected) {
  const { AsyncConverter } = load();
  const converter = new AsyncConverter();
  const flat = Buffer.from(`${'<p>spring and neap</p>'.repeat(100_000)}`);
  const chunks = [];
  for await (const chunk of Readable.from([html]).pipe(converter.stream())) chunks.push(chunk);
  globalThis.gc?.();
  assert.ok(Buffer.concat(chunks).equals(expected));
  for (let round = 0; round < rounds; round++) {
    for await (const chunk of Readable.from([flat]).pipe(converter.stream())) {
      if (chunk.length > 0) break;
    }
    for await (const chunk of converter.convertStream([flat], { output: 'bytes' })) {
      if (chunk.length > 0) break;
    }
  }
}

async function aborted() {
  const { convert } = load();
  for (let round = 0; round < rounds; round++) {
    const stop = new AbortController();
    const calls = Array.from({ length: 40 }, () => convert(document(), { ...handedOver, signal: stop.signal }));
    const ended = Promise.allSettled(calls);
    for (let i = 0; i < round % 5; i++) await turn();
    stop.abort();
    for (const { status, value } of await ended) assert.ok(status === 'rejected' || value.length > 0);
  }
}

async function collected(expected) {
  const { convert } = load();
  for (let round = 0; round < rounds; round++) {
    const calls = Array.from({ length: 20 }, () => convert(document(), handedOver));
    globalThis.gc?.();
    for (const made of await Promise.all(calls)) assert.ok(Buffer.from(made.buffer).equals(expected));
  }
}

// What a thread has made can be transferred, and outlives it. What this one has made can be cloned, and moved.
async function passedOn(expected) {
  const made = await load().convert(document(), handedOver);
  for (let round = 0; round < 4; round++) {
    const { worker, message } = await started(made);
    await worker.terminate();
    globalThis.gc?.();
    assert.ok(Buffer.from(message).equals(expected));
  }
  if (ArrayBuffer.prototype.transfer === undefined) return;
  const { worker, message } = await started(new Uint8Array(made.buffer.transfer()));
  await worker.terminate();
  assert.ok(Buffer.from(message).equals(expected));
}

async function main() {
  const tidemark = load();
  const expected = Buffer.from(tidemark.convertSync(html));
  await terminated();
  await gone();
  await aborted();
  await dropped();
  await looked(expected);
  await streamed(expected);
  await collected(expected);
  await passedOn(expected);
  await settled(tidemark);
  if (globalThis.gc === undefined) return;
  await eventually(() => {
    globalThis.gc();
    const { memoryHeld, transferred, transferCopies } = tidemark.stats();
    assert.ok(memoryHeld < 2 ** 20, `${memoryHeld} bytes are held`);
    assert.ok(transferred > 0 && transferCopies === 0);
  });
  assert.equal(Buffer.compare(tidemark.convertSync(html, { output: 'bytes' }), expected), 0);
}

async function inThread() {
  const { convert } = load();
  if (workerData === 'exit') {
    for (let i = 0; i < 100; i++) convert(document(), handedOver);
    parentPort.postMessage('in flight');
    setTimeout(() => process.exit(), 2);
    return;
  }
  if (workerData === 'flood') {
    for (let i = 0; i < 100; i++) convert(document(), handedOver);
    parentPort.postMessage('in flight');
    setInterval(() => {}, 1000);
    return;
  }
  const made = await convert(document(), handedOver);
  assert.ok(Buffer.from(made).equals(Buffer.from(workerData)));
  parentPort.postMessage(made, [made.buffer]);
}

if (isMainThread) child(main);
else inThread();
