import { existsSync, readFileSync } from 'node:fs';

// What keeps the process from memory and threads. The Go runtime ends the process where it gets none, so that is looked for before
// it starts. Whether a limit is near enough to matter is asked at each start and must cost nothing; what the addon needs exactly
// is in go-needs.ts, which is loaded only then.

/** What the process may not have, and how it may. */
export interface Shortage {
  why: string;
  remedy: string;
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

// The threads for 400 processors.
const manyTasks = 1024;

/** Returns what a limit of the process keeps from the addon, if anything. Only Linux says what there is. */
export function shortage(addon: string): Shortage | undefined {
  const limits = processLimits();
  if (limits === undefined || !isNear(limits)) return undefined;
  return goNeeds().shortage(addon, limits);
}

/**
 * Returns the bytes that native code may take beside what is in use now, by the limits on address space and data, or undefined if
 * there are none. To be asked when the addon is loaded.
 */
export function addressRoom(): number | undefined {
  const limits = processLimits();
  if (limits === undefined || !limitsMemory(limits)) return undefined;
  return goNeeds().addressRoom(limits);
}

const goNeeds = () => require('./go-needs.js') as typeof import('./go-needs.js');

const limitsMemory = ({ addressSpace, data }: ProcessLimits) => Math.min(addressSpace, data) < Infinity;

function isNear(limits: ProcessLimits): boolean {
  if (limitsMemory(limits) || tasksLeftInGroups() < manyTasks) return true;
  return limits.tasks < Infinity && limits.tasks < tasksOfSystem() + manyTasks;
}

function processLimits(): ProcessLimits | undefined {
  const text = process.platform === 'linux' ? readSystem('/proc/self/limits') : undefined;
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
  for (const line of readSystem('/proc/self/cgroup')?.split('\n') ?? []) {
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

/** Returns what a file of the system says, or undefined where there is none, or it must not be read. */
export function readSystem(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
