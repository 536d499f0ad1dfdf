// What the process holds, over time.
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

export class Memory {
  samples = [];
  #started = performance.now();
  #tidemark;

  constructor(tidemark) {
    this.#tidemark = tidemark;
  }

  /** Writes down what there is now; `rest` says that nothing goes on. */
  sample(rest = false) {
    const { nativeBytes, goroutines, environments } = this.#tidemark.stats();
    const seconds = (performance.now() - this.#started) / 1000;
    const sample = { seconds, rest, rss: process.memoryUsage.rss(), nativeBytes, goroutines, environments };
    this.samples.push(sample);
    return sample;
  }

  /** The same when all is collected that can be, and what ends by itself has ended. */
  async atRest() {
    for (let i = 0; i < 20; i++) {
      collectGarbage();
      await wait(50);
      const { nativeBytes, environments } = this.#tidemark.stats();
      if (i >= 4 && nativeBytes === 0 && environments === 1) break;
    }
    return this.sample(true);
  }

  get rests() {
    return this.samples.filter(({ rest }) => rest);
  }

  toCsv() {
    const names = ['seconds', 'rest', 'rss', 'nativeBytes', 'goroutines', 'environments'];
    const lines = this.samples.map((sample) =>
      names.map((name) => (name === 'seconds' ? sample.seconds.toFixed(1) : Number(sample[name]))).join(),
    );
    return `${[names.join(), ...lines].join('\n')}\n`;
  }
}
