// The threads of a round: as many as asked, of which some are terminated in the middle of their work and replaced.
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { addTo, count, noCounts, sharedCounts } from './counts.mjs';

// A thread ends what it has begun: a few documents of megabytes.
const patience = 120_000;

export class Threads {
  terminated = 0;
  totals = noCounts();
  faults = [];
  #running = new Set();

  constructor(count, random, workerData) {
    this.random = random;
    this.workerData = workerData;
    for (let i = 0; i < count; i++) this.#start();
  }

  #start() {
    const counts = sharedCounts();
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { ...this.workerData, counts, seed: this.random.below(2 ** 32) },
    });
    const thread = {
      worker,
      counts,
      ended: new Promise((resolve) => worker.once('exit', resolve)),
      outcome: undefined,
    };
    this.#running.add(thread);
    worker.on('message', (outcome) => {
      thread.outcome = outcome;
    });
    worker.on('error', (error) => this.faults.push(`A thread ended with ${error.stack ?? error}`));
    worker.on('exit', () => this.#note(thread));
  }

  #note(thread) {
    this.#running.delete(thread);
    addTo(this.totals, thread.counts);
    const { outcome, counts, terminated } = thread;
    if (outcome?.fault !== undefined) this.faults.push(outcome.fault);
    if (terminated || outcome?.fault !== undefined) return;
    if (outcome === undefined) this.faults.push('A thread ended without a word');
    const [submitted, settled] = [counts[count.submitted], counts[count.settled]];
    if (submitted !== settled) this.faults.push(`A thread made ${submitted} calls, and ${settled} have settled`);
  }

  /** Terminates one, whatever it does, and starts another. */
  async replaceOne() {
    const thread = this.random.pick([...this.#running]);
    if (thread === undefined) return;
    thread.terminated = true;
    this.terminated++;
    await thread.worker.terminate();
    this.#start();
  }

  /** Lets all come to their end. */
  async end() {
    const threads = [...this.#running];
    const gaveUp = new AbortController();
    for (const { worker } of threads) worker.postMessage('end');
    const all = Promise.all(threads.map(({ ended }) => ended));
    const late = wait(patience, 'late', { signal: gaveUp.signal, ref: false }).catch(() => undefined);
    if ((await Promise.race([all, late])) === 'late') {
      this.faults.push(`${this.#running.size} threads did not end within ${patience / 1000} s: a call has not settled`);
      await Promise.all([...this.#running].map(({ worker }) => worker.terminate()));
    }
    gaveUp.abort();
  }
}
