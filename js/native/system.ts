import { existsSync, readFileSync } from 'node:fs';

// What Linux says about the process and the control groups that it is in.

/** What the process may not have, and how it may. */
export interface Shortage {
  why: string;
  remedy: string;
  /** WebAssembly lacks it too: its memory is reserved as a whole. */
  ofWasmToo: boolean;
}

/** The soft limits of getrlimit(2). What is not limited is Infinity. */
export interface ProcessLimits {
  /** Bytes. */
  addressSpace: number;
  /** Bytes. */
  data: number;
  /** Bytes for the stack of each thread. */
  stack: number;
  /** Processes and threads of its user. */
  tasks: number;
}

/** Returns the limits of this process, or undefined where the system does not say them. */
export function processLimits(): ProcessLimits | undefined {
  const text = process.platform === 'linux' ? readOnce('/proc/self/limits') : undefined;
  if (text === undefined) return undefined;
  const soft = (name: string) => {
    const start = text.indexOf(`\nMax ${name} `) + 26; // where the column of soft limits begins
    return start < 26 ? Infinity : Number.parseInt(text.slice(start, start + 20), 10) || Infinity;
  };
  return {
    addressSpace: soft('address space'),
    data: soft('data size'),
    stack: soft('stack size'),
    tasks: soft('processes'),
  };
}

/** Returns how many more tasks the control groups allow. */
export function tasksLeftInGroups(): number {
  let left = Infinity;
  for (const group of controlGroups('pids')) {
    if (!existsSync(`${group}/pids.max`)) continue; // an error takes longer
    const most = Number(readSystem(`${group}/pids.max`)); // NaN for "max"
    if (most >= 0) left = Math.min(left, most - Number(readSystem(`${group}/pids.current`) ?? 0));
  }
  return left;
}

/** Returns how many tasks there are, of all users: "0.20 0.18 0.12 1/80 11206" says 80. */
export function tasksOfSystem(): number {
  const text = readSystem('/proc/loadavg') ?? '';
  return Number.parseInt(text.slice(text.indexOf('/') + 1), 10) || 0;
}

/**
 * Returns the folders of the control groups that this process is in, from its own up to the one that the container sees as the root:
 * in version 1 those of the controller, in version 2 those of all.
 */
export function controlGroups(controller: string): string[] {
  const groups: string[] = [];
  for (const line of readOnce('/proc/self/cgroup')?.split('\n') ?? []) {
    const [, controllers = '', path = ''] = line.split(':', 3); // "4:memory:/path", and in version 2 "0::/path"
    if (path === '' || (controllers !== '' && !controllers.split(',').includes(controller))) continue;
    const root = controllers === '' ? '/sys/fs/cgroup' : `/sys/fs/cgroup/${controller}`;
    // In a container the path can be that of the host, of which nothing is to be seen: then the root says it.
    for (let end = path.length; end > 1; end = path.lastIndexOf('/', end - 1)) groups.push(root + path.slice(0, end));
    groups.push(root);
    if (controllers !== '') break; // a controller is in one version
  }
  return groups;
}

// What several ask for while this package is loaded.
const read = new Map<string, string | undefined>();

function readOnce(file: string): string | undefined {
  if (!read.has(file)) read.set(file, readSystem(file));
  return read.get(file);
}

/** Returns what a file of the system says, or undefined where there is none, or it must not be read. */
export function readSystem(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
