// What the module asks of its host: of WASI what the Go runtime needs to start and to say why it ends, and nothing of the world.

/** The errno of WASI for what there is not, and for a descriptor that is not open. */
const noSuchCall = 52;
const notOpen = 8;

const nanoseconds = 1_000_000n;

/** Thrown where the module ends itself. Its instance is of no use any more. */
export class Exited extends Error {}

/** The imports of a module that calls itself `wasi_snapshot_preview1`. `memory` returns its memory, which moves as it grows. */
export function system(memory: () => ArrayBuffer): Record<string, (...args: never[]) => number> {
  let said = '';
  const view = () => new DataView(memory());
  const none = (count: number, size: number) => {
    view().setUint32(count, 0, true);
    view().setUint32(size, 0, true);
    return 0;
  };
  const calls = {
    args_sizes_get: none,
    args_get: () => 0,
    environ_sizes_get: none,
    environ_get: () => 0,
    clock_time_get(_clock: number, _precision: bigint, time: number) {
      view().setBigUint64(time, BigInt(Date.now()) * nanoseconds, true);
      return 0;
    },
    random_get(start: number, length: number) {
      fillRandomly(new Uint8Array(memory(), start, length));
      return 0;
    },
    // Go writes why it ends to standard error.
    fd_write(_descriptor: number, vectors: number, count: number, written: number) {
      let total = 0;
      for (let i = 0; i < count; i++) {
        const start = view().getUint32(vectors + 8 * i, true);
        const length = view().getUint32(vectors + 8 * i + 4, true);
        said += new TextDecoder().decode(new Uint8Array(memory(), start, length));
        total += length;
      }
      view().setUint32(written, total, true);
      return 0;
    },
    proc_exit(code: number): number {
      throw new Exited(said.split('\n', 1)[0] || `exit status ${code}`);
    },
    sched_yield: () => 0,
    // No descriptor but the standard ones is open, and no folder.
    fd_prestat_get: () => notOpen,
  };
  return new Proxy(calls as Record<string, (...args: never[]) => number>, {
    get: (target, name: string) => target[name] ?? (() => noSuchCall),
  });
}

// Seeds of hash tables. Some hosts give no random numbers while a program is loaded.
function fillRandomly(bytes: Uint8Array<ArrayBuffer>): void {
  try {
    crypto.getRandomValues(bytes);
  } catch {
    for (let i = 0; i < bytes.length; i++) bytes[i] = 256 * Math.random();
  }
}
