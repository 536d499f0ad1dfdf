import { nextTurn, utf8Length } from '../host/node.js';
import type { NativeInput, Outcome, Pool } from '../native/binding.js';
import { inputLent, outputBytes, PushStatus, type Stats, sliceUnits } from '../native/border.generated.js';
import { Crew } from './crew.js';
import type { Document } from './instance.js';
import { copied, Draft, type Job, type Stream } from './job.js';
import type { Lane } from './lane.js';
import type { Ledger } from './ledger.js';
import { Tally } from './tally.js';

/** What a pool is made of. */
export interface PoolParts {
  /** How many lanes there may be. */
  workers: number;
  makeLane: () => Lane;
  ledger: Ledger;
  /** The bytes of engines that belong to no lane. */
  engineBytes: () => number;
}

/** What is known of a job when it is pushed. */
type Pushed = Pick<Job, 'options' | 'bytes' | 'token'> & Partial<Pick<Job, 'asBytes' | 'stream' | 'last'>>;

const usualMaxQueue = 65_536;
const usualMaxQueuedBytes = 2 ** 30;

/** The pool of an environment, as the addon has one: calls wait here, and are carried out by lanes. */
export class WasmPool implements Pool {
  readonly #parts: PoolParts;
  readonly #ledger: Ledger;
  readonly #crew: Crew;
  readonly #jobs = new Map<number, Job>();
  readonly #tally = new Tally();
  #onSettled: (...batch: readonly unknown[]) => void = () => undefined;
  #maxQueue = usualMaxQueue;
  #maxQueuedBytes = usualMaxQueuedBytes;
  #lastId = 0;
  #lastStream = 0;
  #isReleased = false;

  constructor(parts: PoolParts) {
    this.#parts = parts;
    this.#ledger = parts.ledger;
    this.#crew = new Crew(parts.workers, {
      makeLane: parts.makeLane,
      begin: (job) => this.#tally.begun(job, performance.now()),
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

  submit(_client: number, options: string, input: NativeInput, length: number, token: number, form: number): number {
    const bytes = typeof input === 'string' && length <= sliceUnits ? utf8Length(input) : length;
    const document = () => (form & inputLent ? input : copied(input));
    return this.#push({ options, bytes, token, asBytes: (form & outputBytes) > 0 }, document);
  }

  wakeWorkers(): void {
    this.#crew.dispatch();
  }

  draftOpen(options: string, length: number, form: number): Draft | number {
    const refused = this.#checkCapacity(length);
    return refused === PushStatus.pushed ? new Draft(options, length, (form & outputBytes) > 0) : refused;
  }

  draftAppend(draft: object, slices: readonly string[], last: boolean): boolean {
    (draft as Draft).append(slices, last);
    return true;
  }

  draftSubmit(_client: number, draft: object, token: number): number {
    const { options, bytes, asBytes } = draft as Draft;
    const id = this.#push({ options, bytes, token, asBytes }, () => (draft as Draft).document());
    this.#crew.dispatch();
    return id;
  }

  draftDrop(): void {}

  streamOpen(): Stream {
    this.#tally.streams++;
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
    form: number,
  ): number {
    const asBytes = (form & outputBytes) > 0;
    const call = { options, bytes: length, token, asBytes, stream: stream as Stream, last };
    const id = this.#push(call, () => copied(input));
    this.#crew.dispatch();
    return id;
  }

  streamClose(stream: object): void {
    const { number, lane } = stream as Stream;
    this.#tally.streams--;
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
      this.#tally.withdrawn(job);
      this.#jobs.delete(job.id);
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
    const { queued, queuedBytes, running, completed, failed, cancelled, streams, nativeBytes } = this.#tally;
    return {
      queued,
      queuedBytes,
      running,
      completed,
      failed,
      cancelled,
      ...this.#tally.durations(),
      workers: this.#parts.workers,
      goroutines: 0,
      environments: 1,
      streams,
      nativeBytes,
      engineBytes: this.#crew.memoryBytes + this.#parts.engineBytes(),
      memoryHeld: nativeBytes + this.#ledger.heldBytes,
      memoryLimit: this.#ledger.limitBytes,
    };
  }

  release(): void {
    this.#isReleased = true;
    this.#endIfReleased();
  }

  #push(call: Pushed, input: () => Document): number {
    const refused = this.#checkCapacity(call.bytes);
    if (refused !== PushStatus.pushed) return refused;
    const job: Job = {
      id: ++this.#lastId,
      input: input(),
      stream: undefined,
      last: false,
      asBytes: false,
      ...call,
      takenAt: performance.now(),
      begunAt: 0,
      isCancelled: false,
    };
    this.#jobs.set(job.id, job);
    this.#tally.taken(job);
    this.#crew.push(job);
    return job.id;
  }

  #checkCapacity(bytes: number): number {
    const { queued, queuedBytes, nativeBytes } = this.#tally;
    const limit = this.#ledger.limitBytes;
    if (queued >= this.#maxQueue) return PushStatus.queueFull;
    if (queued > 0 && queuedBytes + bytes > this.#maxQueuedBytes) return PushStatus.queuedBytesFull;
    if (limit > 0 && bytes > limit) return PushStatus.overMemoryLimit;
    if (limit > 0 && nativeBytes + this.#ledger.heldBytes + bytes > limit) return PushStatus.memoryLimitFull;
    return PushStatus.pushed;
  }

  #settle(jobs: readonly Job[], outcomes: readonly Outcome[]): void {
    const now = performance.now();
    const settled: unknown[] = [];
    jobs.forEach((job, place) => {
      const outcome = outcomes[place] as Outcome;
      this.#tally.ended(job, outcome, now);
      this.#jobs.delete(job.id);
      if (!job.isCancelled) settled.push(job.token, outcome); // its token is another's by now
    });
    if (settled.length > 0) this.#onSettled(...settled);
    this.#endIfReleased();
  }

  #endIfReleased(): void {
    if (this.#isReleased && this.#jobs.size === 0) this.#crew.end();
  }
}
