import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, expect, test } from '@jest/globals';
import { configure, convertAll } from 'tidemark';
import { root } from '../support/child';
import { restorePool } from '../support/pool';
import { collect } from '../support/source';
import { largeHeld } from './held';

const megabyte = 2 ** 20;
const document = 'ebb '.repeat(megabyte / 4);

afterEach(async () => {
  configure({ memoryLimit: 0 });
  await restorePool();
});

/** Another environment of this process that converts a document until it is told to stop. */
async function holdElsewhere(): Promise<Worker> {
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     const { convert, stats } = require(workerData.tidemark);
     const controller = new AbortController();
     convert(workerData.held, { signal: controller.signal }).catch(() => undefined);
     const look = () => (stats().running > 0 ? parentPort.postMessage('held') : setImmediate(look));
     look();
     parentPort.once('message', () => controller.abort());`,
    {
      eval: true,
      workerData: { tidemark: join(root, 'dist', 'index.js'), held: largeHeld.padEnd(megabyte) },
    },
  );
  await once(worker, 'message');
  return worker;
}

test('who waits for memory that another environment holds goes on when that gives it back', async () => {
  configure({ memoryLimit: 16 * megabyte });
  const worker = await holdElsewhere();
  const ended = once(worker, 'exit');
  const all = collect(convertAll([document, 'flow']));
  worker.postMessage('stop');
  const [ebb, flow] = await all;
  expect([ebb?.length, flow]).toEqual([megabyte - 1, 'flow']);
  await ended;
});

test('and when the limit is raised', async () => {
  configure({ memoryLimit: 16 * megabyte });
  const worker = await holdElsewhere();
  const ended = once(worker, 'exit');
  const all = collect(convertAll([document]));
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel(); // a turn of the event loop, in which it finds no room
    port2.once('message', () => resolve(port1.close()));
    port1.postMessage('');
  });
  configure({ memoryLimit: 0 });
  expect(await all).toEqual([document.trimEnd()]);
  worker.postMessage('stop');
  await ended;
});
