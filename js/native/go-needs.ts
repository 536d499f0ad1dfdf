import { readdirSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import {
  controlGroups,
  type ProcessLimits,
  readSystem,
  type Shortage,
  tasksLeftInGroups,
  tasksOfSystem,
} from './system.js';

// What the addon needs to start and to work, against limits that are near.

type Memory = Pick<ProcessLimits, 'addressSpace' | 'data'>;

const mebibyte = 2 ** 20;

// By measurement. Address space: what Go reserves for the tables of its heap. Data: what of them, and of its first heap, is writable.
const reserved: Memory = { addressSpace: 1344 * mebibyte, data: 64 * mebibyte };

// For V8 and libuv to go on with.
const others: Memory = { addressSpace: 384 * mebibyte, data: 128 * mebibyte };

// For the first documents.
const documents: Memory = { addressSpace: 384 * mebibyte, data: 256 * mebibyte };

// glibc reserves so much for what a thread allocates.
const arena = 64 * mebibyte;

// The stack of a thread where its size is not limited.
const usualStack = 2 * mebibyte;

// libuv's threads are made when they are first needed.
const threadsOfNode = 4;

export function shortage(addon: () => string | undefined, limits: ProcessLimits): Shortage | undefined {
  return isLoaded(addon) ? undefined : (missingMemory(limits) ?? missingThreads(limits));
}

export function addressRoom(limits: ProcessLimits): number {
  const used = memoryInUse();
  // Go makes half of its threads when they are first needed.
  const late = ofThreads(limits, Math.ceil(threads() / 2));
  const left = (kind: keyof Memory) => limits[kind] - used[kind] - late[kind] - others[kind];
  return Math.max(0, Math.min(left('addressSpace'), left('data')));
}

function missingMemory(limits: ProcessLimits): Shortage | undefined {
  const used = memoryInUse();
  const more = ofThreads(limits, threads());
  const needed = (kind: keyof Memory) => used[kind] + reserved[kind] + more[kind] + others[kind] + documents[kind];
  if (limits.addressSpace < needed('addressSpace'))
    return tooLow('address space', 'v', limits.addressSpace, needed('addressSpace'));
  if (limits.data < needed('data')) return tooLow('data', 'd', limits.data, needed('data'));
  return undefined;
}

function tooLow(what: string, letter: string, limit: number, needed: number): Shortage {
  const kilobytes = Math.ceil(needed / mebibyte) * 1024;
  return {
    why: `with ${goProcessors()} processors it needs ${kilobytes} KiB of ${what}, and the process may have ${Math.floor(limit / 1024)}`,
    remedy: `Raise the limit before Node.js starts, with \`ulimit -${letter} ${kilobytes}\` or more.${fewer()}`,
    ofWasmToo: true,
  };
}

function missingThreads({ tasks }: ProcessLimits): Shortage | undefined {
  const needed = threads() + threadsOfNode;
  const inGroups = tasksLeftInGroups();
  if (inGroups < needed) {
    return {
      why: tooFew(needed, `its control group (pids.max) allows ${Math.max(0, inGroups)}`),
      remedy: `Raise that limit: it is --pids-limit of Docker, podPidsLimit of Kubernetes, TasksMax of systemd.${fewer()}`,
      ofWasmToo: false,
    };
  }
  const present = tasksOfUser(tasks - needed);
  if (present + needed <= tasks) return undefined;
  return {
    why: tooFew(needed, `its user may have ${Math.max(0, tasks - present)}`),
    remedy: `Raise the limit before Node.js starts, with \`ulimit -u ${present + needed}\` or more.${fewer()}`,
    ofWasmToo: false,
  };
}

const tooFew = (needed: number, allowed: string) =>
  `with ${goProcessors()} processors the process needs ${needed} more threads, and ${allowed}`;

const fewer = () =>
  goProcessors() > 1 ? ' Or set the environment variable GOMAXPROCS=1, with which the addon makes fewer threads.' : '';

// The workers, the small-document workers and the control goroutine, which wait in C; as many threads for other Go code meanwhile, which may be
// the garbage collector's; and three of the runtime's own.
function threads(): number {
  const processors = goProcessors();
  return 2 * (processors + Math.ceil(processors / 4) + 1) + 3;
}

function ofThreads({ stack }: ProcessLimits, count: number): Memory {
  const stacks = count * (stack === Infinity ? usualStack : stack);
  const arenas = Math.min(count, Number(process.env['MALLOC_ARENA_MAX']) || Infinity);
  return { addressSpace: stacks + arenas * arena, data: stacks };
}

// As the Go runtime counts: what GOMAXPROCS says, or the processors that the threads may run on, and no more than the control groups
// give time for, but two of those.
function goProcessors(): number {
  const asked = Number(process.env['GOMAXPROCS']);
  if (Number.isInteger(asked) && asked > 0) return asked;
  let share = Infinity;
  for (const group of controlGroups('cpu')) share = Math.min(share, shareOfTime(group));
  return Math.min(availableParallelism(), Math.max(2, Math.ceil(share)));
}

function shareOfTime(group: string): number {
  const [quota, period] =
    readSystem(`${group}/cpu.max`)?.split(' ') ??
    ['quota', 'period'].map((name) => readSystem(`${group}/cpu.cfs_${name}_us`));
  const share = Number(quota) / Number(period);
  return share > 0 ? share : Infinity; // "max", and in version 1 -1
}

function memoryInUse(): Memory {
  const status = readSystem('/proc/self/status') ?? '';
  return { addressSpace: 1024 * numberIn(status, 'VmSize'), data: 1024 * numberIn(status, 'VmData') };
}

// The threads of this user, as far as they can be seen; 0 if they are surely no more than `enough`. The limit is not root's.
function tasksOfUser(enough: number): number {
  const user = process.getuid?.();
  if (user === undefined || user === 0 || tasksOfSystem() <= enough) return 0;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statSync(`/proc/${name}`, { throwIfNoEntry: false })?.uid === user)
    .reduce((sum, name) => sum + numberIn(readSystem(`/proc/${name}/status`) ?? '', 'Threads'), 0);
}

function numberIn(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}

// Another environment of the process, or another copy of this module, may have loaded it: then Go has what it needs.
function isLoaded(addon: () => string | undefined): boolean {
  const maps = readSystem('/proc/self/maps') ?? '';
  try {
    return maps.includes(` ${realpathSync(addon() ?? '')}\n`);
  } catch {
    return false; // there is no such file: the loader will say so
  }
}
