// The memory that a process holds, in bytes. Where the system can say so, the peak is that of one task, not of the whole life.
import { readFileSync, writeFileSync } from 'node:fs';

export const resident = () => process.memoryUsage.rss();

/** Lets peak() speak of the time from now on. Without Linux it cannot. */
export function resetPeak() {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

export function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(readFileSync('/proc/self/status', 'utf8').match(/^VmHWM:\s+(\d+) kB$/m)[1]) * 1024;
}
