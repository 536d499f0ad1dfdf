import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { addressRoom } from './preflight.js';
import { controlGroups, readSystem } from './system.js';

const gibibyte = 2 ** 30;

// Go gives memory back to the system, but not its addresses: slices that grow leave holes that the next does not fit into.
const addressesOfByte = 4;

/**
 * The memory limit that holds as long as `configure` says nothing, in bytes: three quarters of what the heap of V8 may leave of the memory
 * of the container, or of the machine if there is none.
 */
export function defaultMemoryLimit(): number {
  const memory = memoryOfContainer();
  return Math.floor(Math.min((memory - heapOf(memory)) * 0.75, (addressRoom() ?? Infinity) / addressesOfByte));
}

function memoryOfContainer(): number {
  // Bun and older versions may lack the second; where there is no limit it says 0, or more than there is.
  const machine = [totalmem, () => process.constrainedMemory?.()].map(told);
  const memory = Math.min(...machine, ...controlGroups('memory').map(limitOf));
  return memory < Infinity ? memory : assumed;
}

const assumed = 4 * gibibyte;

// Deno refuses to say without --allow-sys.
function told(ask: () => number | undefined): number {
  try {
    return ask() || Infinity;
  } catch {
    return Infinity;
  }
}

// Of version 2 or 1 of control groups. "max", and numbers near 2^63, are none.
function limitOf(group: string): number {
  const file = [`${group}/memory.max`, `${group}/memory.limit_in_bytes`].find((name) => existsSync(name)); // an error takes longer
  return Number.parseInt((file && readSystem(file)) ?? '', 10) || Infinity;
}

// What V8 takes by itself: see Heap::HeapSizeFromPhysicalMemory. Not from node:v8, which takes a millisecond to load.
function heapOf(memory: number): number {
  const said = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ');
  const chosen = /--max[-_]old[-_]space[-_]size[= ](\d+)/.exec(said)?.[1];
  const heap = chosen === undefined ? 4 * gibibyte : Number(chosen) * 2 ** 20;
  return Math.min(heap, memory / 2);
}
