import { isArrayBuffer, nextTurn, utf8Length } from '../host/node.js';
import type { NativeInput, Outcome, Pool } from '../native/binding.js';
import { PushStatus, type Stats, sliceUnits } from '../native/border.generated.js';
import { Crew } from './crew.js';
import { Durations } from './durations.js';
import type { Document } from './instance.js';
import { copied, Draft, type Job, type Stream } from './job.js';
import type { Lane } from './lane.js';
import type { Ledger } from './ledger.js';

/** What a pool is made of. */
export interface PoolParts {
  /** How many lanes there may be. */
  workers: number;
  makeLane: () => Lane;
  ledger: Ledger;
  /** The bytes of engines that belong to no lane. */
  engineBytes: () => number;
}

const usualMaxQueue = 65_536;
const usualMaxQueuedBytes = 2 ** 30;

/** The pool of an environment, as the addon has one: calls wait here, and are carried out by lanes. */
export class WasmPool implements Pool {
  readonly #parts: PoolParts;
  readonly #ledger: Ledger;
  readonly #crew: Crew;
  readonly #jobs = new Map<number, Job>();
  readonly #waits = new Durations();
  readonly #runs = new Durations();
  readonly #counts = { completed: 0, failed: 0, cancelled: 0, queued: 0, queuedBytes: 0, streams: 0 };
  #onSettled: (...batch: readonly unknown[]) => void = () => undefined;
  #maxQueue = usualMaxQueue;
  #maxQueuedBytes = usualMaxQueuedBytes;
  #nativeBytes = 0; // of the inputs in flight
  #lastId = 0;
  #lastStream = 0;
  #isReleased = false;

  constructor(parts: PoolParts) {
    this.#parts = parts;
    this.#ledger = parts.ledger;
    this.#crew = new Crew(parts.workers, {
      makeLane: parts.makeLane,
      begin: (job) => this.#begin(job),
      settle: (jobs, outcomes) => this.#settle(jobs, outcomes),
    });
  }

  /** So many lanes there may be from now on. */
  set workers(count: number) {
    this.#parts.workers = this.#crew.concurrency = count;
  }

  attach(onSettled: (...batch: readonly unknown[]) => void): number {
    this.#onSettled = onSettled;
    return 0; // the only one
  }

  submit(_client: number, options: string, input: NativeInput, length: number, token: number): number {
    const bytes = typeof input === 'string' && length <= sliceUnits ? utf8Length(input) : length;
    return this.#push(options, bytes, () => copied(input), token);
  }

  wakeWorkers(): void {
    this.#crew.dispatch();
  }

  draftOpen(options: string, length: number): Draft | number {
    const refused = this.#checkCapacity(length);
    return refused === PushStatus.pushed ? new Draft(options, length) : refused;
  }

  draftAppend(draft: object, slices: readonly string[], last: boolean): boolean {
    (draft as Draft).append(slices, last);
    return true;
  }

  draftSubmit(_client: number, draft: object, token: number): number {
    const { options, bytes } = draft as Draft;
    const id = this.#push(options, bytes, () => (draft as Draft).document(), token);
    this.#crew.dispatch();
    return id;
  }

  draftDrop(): void {}

  streamOpen(): Stream {
    this.#counts.streams++;
    return { number: ++this.#lastStream, lane: undefined };
  }

  streamSend(
    _client: number,
    stream: object,
    options: string,
    input: NativeInput,
    length: number,
    last: boolean,
    token: number,
  ): number {
    const id = this.#push(options, length, () => copied(input), token, stream as Stream, last);
    this.#crew.dispatch();
    return id;
  }

  streamClose(stream: object): void {
    const { number, lane } = stream as Stream;
    this.#counts.streams--;
    lane?.drop(number);
  }

  turn(): boolean {
    nextTurn(this.#onSettled);
    return true;
  }

  // Nobody else holds the memory of this pool.
  watchMemory(_client: number, watches: boolean): boolean {
    return !watches || this.turn();
  }

  cancel(id: number): void {
    const job = this.#jobs.get(id);
    if (job === undefined || job.isCancelled) return;
    job.isCancelled = true;
    if (job.begunAt > 0) {
      this.#crew.cancel(job);
    } else {
      this.#leaveQueue(job);
      this.#end(job);
      this.#counts.cancelled++;
    }
  }

  configure(concurrency: number, maxQueue: number, maxQueuedBytes: number, memoryLimit: number): void {
    if (concurrency >= 0) this.#crew.concurrency = Math.min(concurrency, this.#parts.workers);
    if (maxQueue >= 0) this.#maxQueue = maxQueue;
    if (maxQueuedBytes >= 0) this.#maxQueuedBytes = maxQueuedBytes;
    if (memoryLimit >= 0) this.#ledger.limitBytes = memoryLimit;
    this.#crew.dispatch();
  }

  suggestMemoryLimit(bytes: number): void {
    if (this.#ledger.limitBytes === 0) this.#ledger.limitBytes = bytes;
  }

  stats(): Stats {
    const { completed, failed, cancelled, queued, queuedBytes, streams } = this.#counts;
    return {
      queued,
      queuedBytes,
      running: this.#jobs.size - queued,
      completed,
      failed,
      cancelled,
      waitP50: this.#waits.quantile(0.5),
      waitP99: this.#waits.quantile(0.99),
      runP50: this.#runs.quantile(0.5),
      runP99: this.#runs.quantile(0.99),
      workers: this.#parts.workers,
      goroutines: 0,
      environments: 1,
      streams,
      nativeBytes: this.#nativeBytes,
      engineBytes: this.#crew.memoryBytes + this.#parts.engineBytes(),
      memoryHeld: this.#nativeBytes + this.#ledger.heldBytes,
      memoryLimit: this.#ledger.limitBytes,
    };
  }

  release(): void {
    this.#isReleased = true;
    this.#endIfReleased();
  }

  #push(options: string, bytes: number, input: () => Document, token: number, stream?: Stream, last = false): number {
    const refused = this.#checkCapacity(bytes);
    if (refused !== PushStatus.pushed) return refused;
    const now = performance.now();
    const job: Job = {
      id: ++this.#lastId,
      token,
      options,
      input: input(),
      bytes,
      stream,
      last,
      takenAt: now,
      begunAt: 0,
      isCancelled: false,
    };
    this.#jobs.set(job.id, job);
    this.#nativeBytes += bytes;
    this.#counts.queued++;
    this.#counts.queuedBytes += bytes;
    this.#crew.push(job);
    return job.id;
  }

  #checkCapacity(bytes: number): number {
    const { queued, queuedBytes } = this.#counts;
    const limit = this.#ledger.limitBytes;
    if (queued >= this.#maxQueue) return PushStatus.queueFull;
    if (queued > 0 && queuedBytes + bytes > this.#maxQueuedBytes) return PushStatus.queuedBytesFull;
    if (limit > 0 && bytes > limit) return PushStatus.overMemoryLimit;
    if (limit > 0 && this.#nativeBytes + this.#ledger.heldBytes + bytes > limit) return PushStatus.memoryLimitFull;
    return PushStatus.pushed;
  }

  #begin(job: Job): void {
    job.begunAt = performance.now();
    this.#waits.add(job.begunAt - job.takenAt);
    this.#leaveQueue(job);
  }

  #leaveQueue(job: Job): void {
    this.#counts.queued--;
    this.#counts.queuedBytes -= job.bytes;
  }

  #end(job: Job): void {
    this.#jobs.delete(job.id);
    this.#nativeBytes -= job.bytes;
  }

  #settle(jobs: readonly Job[], outcomes: readonly Outcome[]): void {
    const now = performance.now();
    const settled: unknown[] = [];
    jobs.forEach((job, place) => {
      const outcome = outcomes[place] as Outcome;
      this.#count(job, outcome, now);
      this.#end(job);
      if (!job.isCancelled) settled.push(job.token, outcome); // its token is another's by now
    });
    if (settled.length > 0) this.#onSettled(...settled);
    this.#endIfReleased();
  }

  #count(job: Job, outcome: Outcome, now: number): void {
    this.#runs.add(now - job.begunAt);
    if (job.isCancelled) this.#counts.cancelled++;
    else if (typeof outcome === 'string' || isArrayBuffer(outcome)) this.#counts.completed++;
    else this.#counts.failed++;
  }

  #endIfReleased(): void {
    if (this.#isReleased && this.#jobs.size === 0) this.#crew.end();
  }
}
