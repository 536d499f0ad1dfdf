// Converts a page on the disk in one of the driver's ways, and tells how fast that was, how much memory it took and how busy the
// event loop was. Needs --expose-gc.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { peak, resetPeak, resident } from '../lib/resident.mjs';

export default function ({ convert, convertSync, streams }, { way }) {
  const convertPage = way === 'each body by itself' ? byBodies : asStream;
  return async ({ file, ends }) => {
    await convertPage(file, ends.slice(0, 1), new Counter()); // What is made at the first use is there before.
    gc();
    resetPeak();
    const before = resident();
    const loop = performance.eventLoopUtilization();
    const started = performance.now();
    const counter = new Counter();
    await convertPage(file, ends, counter);
    return {
      milliseconds: performance.now() - started,
      utilization: performance.eventLoopUtilization(loop).utilization,
      grown: peak() - before,
      markdown: counter.bytes,
    };
  };

  async function asStream(file, ends, sink) {
    const source = createReadStream(file, { end: ends.at(-1) - 1 });
    await (way === 'reading alone' ? pipeline(source, sink) : streams[way](source, sink));
  }

  async function byBodies(file, ends, counter) {
    const handle = await open(file);
    let next = 0;
    const work = async () => {
      for (let place = next++; place < ends.length; place = next++) {
        const start = place === 0 ? 0 : ends[place - 1];
        const body = Buffer.alloc(ends[place] - start);
        await handle.read(body, 0, body.length, start);
        const markdown = await convertBody(body);
        counter.bytes += Buffer.byteLength(markdown);
      }
    };
    await Promise.all(Array.from({ length: convert === undefined ? 1 : 4 * availableParallelism() }, work));
    await handle.close();
  }

  async function convertBody(body) {
    if (convert !== undefined) return convert(body);
    await setImmediate();
    return convertSync(body.toString());
  }
}

class Counter extends Writable {
  bytes = 0;
  _write(chunk, _encoding, done) {
    this.bytes += chunk.length;
    done();
  }
}
