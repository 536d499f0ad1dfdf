import type { Host } from './link.js';

/** Where the numbers are in the memory that threads share. */
const held = 0;
const limit = 1;

/** The memory that conversions have taken, in all threads, against the limit. In kibibytes. */
export class Ledger {
  /** What other threads are given, to make theirs of. Not shared where a host does not let threads share memory. */
  readonly numbers: Int32Array;

  constructor(numbers = new Int32Array(shared(2))) {
    this.numbers = numbers;
  }

  get heldBytes(): number {
    return 1024 * Atomics.load(this.numbers, held);
  }

  get limitBytes(): number {
    return 1024 * Atomics.load(this.numbers, limit);
  }

  set limitBytes(bytes: number) {
    Atomics.store(this.numbers, limit, Math.min(Math.floor(bytes / 1024), 2 ** 31 - 1));
  }

  take(kibibytes: number): number {
    const now = Atomics.add(this.numbers, held, kibibytes) + kibibytes;
    const most = Atomics.load(this.numbers, limit);
    if (most === 0 || now <= most) return 1;
    this.give(kibibytes);
    return 0;
  }

  give(kibibytes: number): void {
    Atomics.sub(this.numbers, held, kibibytes);
  }

  /** Returns the host of an instance, and a function that gives back what a call of it has left, for one that has ended. */
  account(cancelled: () => number): { host: Host; settle: () => void } {
    let own = 0;
    const host = {
      cancelled,
      take: (kibibytes: number) => {
        const taken = this.take(kibibytes);
        if (taken) own += kibibytes;
        return taken;
      },
      give: (kibibytes: number) => {
        own -= kibibytes;
        this.give(kibibytes);
      },
    };
    const settle = () => {
      this.give(own);
      own = 0;
    };
    return { host, settle };
  }
}

/** Memory for so many numbers that threads share, if the host lets them. */
export function shared(count: number): ArrayBufferLike {
  const bytes = count * Int32Array.BYTES_PER_ELEMENT;
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
