// Converts pages for some time, with enough calls in flight for all cores, and watches the event loop.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { threadTime } from '../lib/thread-time.mjs';

export default async function (converter, { files }) {
  const pages = files
    .map((file) => readFileSync(file, 'utf8'))
    .map((html) => ({ html: converter.prepare?.(html) ?? html, bytes: Buffer.byteLength(html) }));
  // A synchronous converter takes one page at a time and lets the loop turn in between.
  const inFlight = converter.convert === undefined ? 1 : 4 * availableParallelism();
  const convert =
    converter.convert ??
    (async (html) => {
      await setImmediate();
      return converter.convertSync(html);
    });

  return async ({ milliseconds }) => {
    const started = performance.now();
    let next = 0;
    let bytes = 0;
    const work = async () => {
      while (performance.now() - started < milliseconds) {
        const page = pages[next++ % pages.length];
        await convert(page.html);
        bytes += page.bytes;
      }
    };
    // What watches the delay wakes the loop each millisecond, so what the loop costs is taken in the first half, without it.
    const cost = watchCost(() => bytes);
    const working = Array.from({ length: inFlight }, work);
    await setTimeout(milliseconds / 2);
    const costs = cost();
    const delay = watchDelay();
    await Promise.all(working);
    return { bytes, milliseconds: performance.now() - started, ...costs, delay: delay() };
  };
}

/** What is spent until the function that it returns is called, which tells it. */
function watchCost(bytes) {
  const cpu = process.cpuUsage();
  const own = threadTime();
  const loop = performance.eventLoopUtilization();
  return () => {
    const { active, utilization } = performance.eventLoopUtilization(loop);
    const { user, system } = process.cpuUsage(cpu);
    return {
      active,
      utilization,
      cpu: (user + system) / 1000,
      threadCpu: own === undefined ? undefined : threadTime() - own,
      watched: bytes(),
    };
  };
}

function watchDelay() {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  return () => {
    delay.disable();
    return { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
  };
}
