// A container of the system: a control group with a limit of memory and no swap, of version 1 or 2. It takes root.
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export class NoContainers extends Error {}

const mount = '/sys/fs/cgroup';

/** Where containers can be made: { version, folder }, from what /proc/self/cgroup says. */
export function placeOf(memberships, exists, read) {
  const paths = new Map(memberships.trim().split('\n').map(membership));
  if (paths.has('memory')) {
    const folder = [join(mount, 'memory', paths.get('memory')), join(mount, 'memory')].find(exists);
    if (folder !== undefined) return { version: 1, folder };
  }
  // Groups with processes in them pass no controllers on: the next one above that does can hold another.
  for (let path = paths.get('') ?? '/'; ; path = dirname(path)) {
    const folder = join(mount, path);
    const control = join(folder, 'cgroup.subtree_control');
    if (exists(control) && /\bmemory\b/.test(read(control))) return { version: 2, folder };
    if (path === '/') return undefined;
  }
}

// "4:memory:/path" of version 1, whose controllers may share a hierarchy, and "0::/path" of version 2.
function membership(line) {
  const [, controllers, path] = line.match(/^\d+:([^:]*):(.*)$/) ?? [];
  return [controllers?.split(',').includes('memory') ? 'memory' : controllers, path];
}

const files = {
  1: { limit: 'memory.limit_in_bytes', swap: 'memory.memsw.limit_in_bytes', peak: 'memory.max_usage_in_bytes' },
  2: { limit: 'memory.max', swap: 'memory.swap.max', peak: 'memory.peak' },
};

export class Container {
  static #made = 0;
  #folder;
  #files;

  /** Throws NoContainers where there can be none. */
  constructor(bytes) {
    const place = findPlace();
    this.#files = files[place.version];
    this.#folder = join(place.folder, `tidemark-limits-${process.pid}-${++Container.#made}`);
    try {
      mkdirSync(this.#folder);
      this.#write(this.#files.limit, bytes);
      // Without this a process that takes too much is slow instead of dead.
      if (!/^Filename[^\n]*\n*$/.test(readFileSync('/proc/swaps', 'utf8'))) {
        this.#write(this.#files.swap, place.version === 1 ? bytes : 0);
      }
    } catch (error) {
      throw new NoContainers(`Control groups with a limit of memory need root: ${error.message}`);
    }
  }

  /** The command that runs another in the container. */
  wrap(command) {
    return ['/bin/sh', '-c', 'echo $$ > "$0" && exec "$@"', join(this.#folder, 'cgroup.procs'), ...command];
  }

  /** The most bytes that were in use, with the system's for it, or undefined where it does not say. */
  get peak() {
    const file = join(this.#folder, this.#files.peak);
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
  }

  /** To be called when all its processes have ended. */
  async remove() {
    for (let tries = 0; ; tries++) {
      try {
        return rmdirSync(this.#folder);
      } catch (error) {
        if (error.code !== 'EBUSY' || tries === 100) throw error;
        await wait(10);
      }
    }
  }

  #write(file, value) {
    const path = join(this.#folder, file);
    if (existsSync(path)) writeFileSync(path, String(value));
    else throw new Error(`there is no ${path}`);
  }
}

function findPlace() {
  const file = '/proc/self/cgroup';
  const place = existsSync(file)
    ? placeOf(readFileSync(file, 'utf8'), existsSync, (path) => readFileSync(path, 'utf8'))
    : undefined;
  if (place === undefined)
    throw new NoContainers('There are no control groups with a limit of memory here: Linux has them.');
  return place;
}
