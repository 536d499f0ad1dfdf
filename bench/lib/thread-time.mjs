// The processor time of the main thread in milliseconds, which is less than the time that its event loop is busy: other
// threads have the processor in the rest. Node.js tells it from 23.9 on, Linux always; undefined elsewhere.
import { readFileSync } from 'node:fs';

export function threadTime() {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return undefined;
  }
}
