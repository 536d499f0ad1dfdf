// The parent's side of a contender: a driver in a process of its own, which runs one program and is asked for figures.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bench, root as here } from './paths.mjs';

const startTimeout = 120_000;
const child = join(bench, 'lib', 'child.mjs');

/**
 * Starts the driver of that name in a fresh process that runs the program of that name.
 *
 * @param {string} driver
 * @param {string} program
 * @param {{ root?: string, setup?: unknown, nodeArgs?: string[], env?: Record<string, string> }} [options] - `root`: the
 * checkout that the driver tidemark loads; `setup`: what the program is given once, as JSON
 */
export async function start(driver, program, { root = here, setup = {}, nodeArgs = [], env = {} } = {}) {
  const process_ = fork(child, [driver, program], {
    execArgv: nodeArgs,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const line = new Line(driver, process_);
  try {
    await line.ask({ root, setup }, { timeout: startTimeout });
  } catch (error) {
    await line.stop();
    throw error;
  }
  return {
    name: driver,
    ask: (params, options) => line.ask(params, options),
    stop: () => line.stop(),
  };
}

/** The answer of a process that is asked nothing else, and that can collect its garbage. */
export async function askOnce({ name, root }, program, params, { setup, env, timeout }) {
  const contender = await start(name, program, { root, setup, env, nodeArgs: ['--expose-gc'] });
  try {
    return await contender.ask(params, { timeout });
  } finally {
    await contender.stop();
  }
}

/** One question at a time goes down the line, and its answer comes back. */
class Line {
  #driver;
  #process;
  #ended;
  #errors = '';

  constructor(driver, process) {
    this.#driver = driver;
    this.#process = process;
    process.stderr.setEncoding('utf8').on('data', (text) => {
      this.#errors = (this.#errors + text).slice(-10_000);
    });
    this.#ended = this.#end().catch((error) => error.message);
  }

  async ask(params = {}, { timeout } = {}) {
    const late = after(timeout);
    try {
      const outcome = await Promise.race([
        this.#answer(params),
        this.#ended.then((reason) => ({ error: reason })),
        late.then(() => ({ error: `gave no answer in ${timeout / 1000} s`, late: true })),
      ]);
      if (outcome.late) this.#process.kill('SIGKILL');
      if ('error' in outcome) throw new Error(`${this.#driver}: ${withoutPlace(outcome.error)}`);
      return outcome.result;
    } finally {
      late.cancel();
    }
  }

  async stop() {
    if (this.#process.connected) this.#process.disconnect();
    const late = after(10_000);
    late.then(() => this.#process.kill('SIGKILL'));
    await this.#ended;
    late.cancel();
  }

  #answer(params) {
    return new Promise((resolve) => {
      this.#process.removeAllListeners('message').once('message', resolve);
      // A dead process is told of by its end.
      this.#process.send(params, () => {});
    });
  }

  // Not the event 'close': it does not come where the parent has hung up.
  async #end() {
    const [[code, signal]] = await Promise.all([once(this.#process, 'exit'), once(this.#process.stderr, 'close')]);
    const lines = this.#errors.split('\n').filter((text) => text.trim() !== '');
    const why = lines.find((text) => /error|fatal|panic/i.test(text)) ?? lines.at(-1);
    return `its process ended with ${signal ?? `exit code ${code}`}${why === undefined ? '' : ` (${why.trim()})`}`;
  }
}

// Reasons are reported, and where the repository lies is of no interest.
function withoutPlace(reason) {
  return reason.replaceAll(`${here}/`, '');
}

function after(milliseconds) {
  let timer;
  const promise = new Promise((resolve) => {
    if (milliseconds !== undefined) timer = setTimeout(resolve, milliseconds);
  });
  return Object.assign(promise, { cancel: () => clearTimeout(timer) });
}
