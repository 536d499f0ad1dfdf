import { nextTurn } from '../host/node.js';
import type { Outcome } from '../native/binding.js';
import type { Job, Stream } from './job.js';
import { type Lane, mostOfBatch } from './lane.js';

/** So many bytes of documents are in a batch at the most, unless it is one document. */
const bytesOfBatch = 64 * 1024;

interface Member {
  readonly lane: Lane;
  /** What is being carried out. */
  batch: readonly Job[];
  /** Pieces of the streams that are bound to the lane. */
  readonly pieces: Job[];
}

/** What a crew needs of its pool. */
export interface CrewHooks {
  makeLane(): Lane;
  /** A job waits no more. */
  begin(job: Job): void;
  settle(jobs: readonly Job[], outcomes: readonly Outcome[]): void;
}

/** Gives what waits to lanes, in order. A lane is made when there is work that no other can take, and stays. */
export class Crew {
  /** How many lanes may be at work at a time. */
  concurrency: number;
  readonly #hooks: CrewHooks;
  #waiting: Job[] = [];
  #members: Member[] = [];

  constructor(concurrency: number, hooks: CrewHooks) {
    this.concurrency = concurrency;
    this.#hooks = hooks;
  }

  get memoryBytes(): number {
    return this.#members.reduce((sum, { lane }) => sum + lane.memoryBytes, 0);
  }

  push(job: Job): void {
    const lane = job.stream?.lane;
    const member = this.#members.find((one) => one.lane === lane);
    if (member !== undefined) member.pieces.push(job);
    else if (lane === undefined) this.#waiting.push(job);
    else {
      this.#hooks.begin(job);
      nextTurn(() => this.#fail([job], 'with an earlier piece of the stream'));
    }
  }

  /** Begins what can begin. */
  dispatch(): void {
    for (let member = this.#next(); member !== undefined; member = this.#next()) {
      const batch = this.#take(member);
      if (batch.length > 0) this.#begin(member, batch);
    }
  }

  /** Cancels a job that is being carried out. */
  cancel(job: Job): void {
    for (const { lane, batch } of this.#members) {
      const place = batch.indexOf(job);
      if (place >= 0) lane.cancel(place);
    }
  }

  end(): void {
    for (const { lane } of this.#members.splice(0)) lane.end();
  }

  // Returns a member that has nothing to do and could have something.
  #next(): Member | undefined {
    const idle = this.#members.filter(({ batch }) => batch.length === 0);
    if (this.#members.length - idle.length >= this.concurrency) return undefined;
    const bound = idle.find(({ pieces }) => pieces.length > 0);
    if (bound !== undefined || this.#waiting.length === 0) return bound;
    return idle[0] ?? (this.#members.length < this.concurrency ? this.#add() : undefined);
  }

  #add(): Member {
    const member = { lane: this.#hooks.makeLane(), batch: [], pieces: [] };
    this.#members.push(member);
    return member;
  }

  // Others get their share of what waits.
  #take(member: Member): Job[] {
    const most = Math.min(mostOfBatch, Math.ceil(this.#waiting.length / this.concurrency));
    const batch: Job[] = [];
    let bytes = 0;
    const add = (from: Job[]) => {
      const job = from[0] as Job;
      if (batch.length > 0 && bytes + job.bytes > bytesOfBatch) return false;
      from.shift();
      if (job.isCancelled) return true;
      bytes += job.bytes;
      batch.push(job);
      return true;
    };
    while (member.pieces.length > 0 && batch.length < mostOfBatch && add(member.pieces));
    while (this.#waiting.length > 0 && batch.length < most) {
      const { stream } = this.#waiting[0] as Job;
      if (!add(this.#waiting)) break;
      if (stream !== undefined) this.#bind(stream, member);
    }
    return batch;
  }

  // What comes of the stream is the member's from now on, and so is what has come.
  #bind(stream: Stream, member: Member): void {
    stream.lane = member.lane;
    const others = this.#waiting.filter((job) => job.stream !== stream);
    if (others.length === this.#waiting.length) return;
    member.pieces.push(...this.#waiting.filter((job) => job.stream === stream));
    this.#waiting = others;
  }

  #begin(member: Member, batch: readonly Job[]): void {
    member.batch = batch;
    for (const job of batch) this.#hooks.begin(job);
    const work = batch.map(({ options, input, asBytes, stream, last }) => ({
      options,
      input,
      asBytes,
      stream: stream?.number,
      last,
    }));
    member.lane.carryOut(work, (outcomes, why) => {
      member.batch = [];
      if (outcomes === undefined) this.#lose(member, batch, why);
      else this.#hooks.settle(batch, outcomes);
      this.dispatch();
    });
  }

  #lose(member: Member, batch: readonly Job[], why: unknown): void {
    this.#members = this.#members.filter((one) => one !== member);
    for (const job of member.pieces) if (!job.isCancelled) this.#hooks.begin(job);
    this.#fail([...batch, ...member.pieces.filter(({ isCancelled }) => !isCancelled)], why);
  }

  #fail(jobs: readonly Job[], why: unknown): void {
    const message = `The thread that had the document has ended (${why})`;
    this.#hooks.settle(
      jobs,
      jobs.map(() => ({ code: 'ERR_INTERNAL', message })),
    );
  }
}
