// Contenders in turn: each round asks every one of them the same question, so that what disturbs the machine disturbs all.
import { start } from './contender.mjs';

/**
 * Starts a process for each driver and asks it every question in some rounds. A driver that fails takes part no longer; its
 * reason is kept.
 *
 * @param {{ drivers: Driver[], say: (text: string) => void }} ctx
 * @param {{
 *   program: string, setup?: unknown, nodeArgs?: string[],
 *   questions: { name: string, params: object }[],
 *   rounds: number, budget: number, timeout: number,
 * }} options - `budget`: milliseconds after which a contender is not asked a question again; `timeout`: for one answer
 * @returns {Promise<{ label: string, failed?: string, answers: Record<string, object[]> }[]>} the answers by question. The
 * first of several is a warm-up and left out.
 */
export async function inTurn(ctx, { program, setup, nodeArgs, questions, rounds, budget, timeout }) {
  const contenders = [];
  for (const driver of ctx.drivers)
    contenders.push(await enter(driver, program, { root: driver.root, setup, nodeArgs }));
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const question of questions) {
        for (const contender of contenders) await contender.take(question, { round, rounds, budget, timeout }, ctx.say);
      }
    }
  } finally {
    await Promise.all(contenders.map((contender) => contender.leave()));
  }
  return contenders.map((contender) => contender.result());
}

async function enter(driver, program, options) {
  const contender = new Contender(driver.label);
  await contender.enter(driver.name, program, options);
  return contender;
}

class Contender {
  #label;
  #process;
  #failed;
  #answers = {};
  #spent = {};

  constructor(label) {
    this.#label = label;
  }

  async enter(...args) {
    try {
      this.#process = await start(...args);
    } catch (error) {
      this.#failed = error.message;
    }
  }

  async take({ name, params }, { round, rounds, budget, timeout }, say) {
    this.#spent[name] ??= 0;
    if (this.#failed !== undefined || this.#spent[name] > budget) return;
    say(`${this.#label}, ${name}, ${round === 0 ? 'warm-up' : `round ${round} of ${rounds}`}`);
    const started = performance.now();
    try {
      const answer = await this.#process.ask(params, { timeout });
      if (answer === null) this.#spent[name] = Number.POSITIVE_INFINITY;
      else this.#keep(name, answer);
    } catch (error) {
      this.#failed = error.message;
    }
    this.#spent[name] += performance.now() - started;
  }

  #keep(name, answer) {
    this.#answers[name] ??= [];
    this.#answers[name].push(answer);
  }

  leave() {
    return this.#process?.stop();
  }

  result() {
    const answers = Object.entries(this.#answers).map(([name, all]) => [name, all.length > 1 ? all.slice(1) : all]);
    const failed = this.#failed === undefined ? {} : { failed: this.#failed };
    return { label: this.#label, ...failed, answers: Object.fromEntries(answers) };
  }
}
