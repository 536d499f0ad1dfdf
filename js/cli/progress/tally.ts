import type { Failure } from '../input/document.js';

const mostKept = 1000;

/** What has become of the inputs so far. Of failures the first are kept, so that any number takes no more memory. */
export class Tally {
  readonly started = performance.now();
  readonly failures: Failure[] = [];
  /** What else is to be told. */
  readonly remarks: Failure[] = [];
  readonly #tell: ((failure: Failure) => void) | undefined;
  converted = 0;
  skipped = 0;
  failed = 0;
  /** Of the documents that were converted, before they were compressed. */
  bytes = 0;
  /** How many inputs there are, once that is known. */
  total: number | undefined;

  /** A run that has no end tells of failures when they come. */
  constructor(tell?: (failure: Failure) => void) {
    this.#tell = tell;
  }

  add(bytes: number): void {
    this.converted++;
    this.bytes += bytes;
  }

  /** Counts what has failed, and notes what else is to be told. */
  fail(failure: Failure): void {
    if (!failure.remark) this.failed++;
    const kept = failure.remark ? this.remarks : this.failures;
    if (this.#tell !== undefined) this.#tell(failure);
    else if (kept.length < mostKept) kept.push(failure);
  }

  get done(): number {
    return this.converted + this.skipped + this.failed;
  }

  get seconds(): number {
    return (performance.now() - this.started) / 1000;
  }

  /** Seconds until the rest is done, if it goes on as it went; undefined if that cannot be told. */
  get left(): number | undefined {
    const worked = this.done - this.skipped;
    if (this.total === undefined || worked === 0) return undefined;
    return (this.seconds / worked) * Math.max(0, this.total - this.done);
  }
}
