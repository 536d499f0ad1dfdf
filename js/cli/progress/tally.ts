import type { Failure } from '../input/document.js';

const mostKept = 1000;

/** What has become of the inputs so far. Of failures the first are kept, so that any number takes no more memory. */
export class Tally {
  readonly started = performance.now();
  readonly failures: Failure[] = [];
  converted = 0;
  skipped = 0;
  failed = 0;
  /** Of the documents that were converted, before they were compressed. */
  bytes = 0;
  /** How many inputs there are, once that is known. */
  total: number | undefined;

  add(bytes: number): void {
    this.converted++;
    this.bytes += bytes;
  }

  fail(failure: Failure): void {
    this.failed++;
    if (this.failures.length < mostKept) this.failures.push(failure);
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
