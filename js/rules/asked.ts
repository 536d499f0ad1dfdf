import { ConvertError, printed } from '../errors.js';
import { isNativeError } from '../host/node.js';
import { type Count, counting, isCount } from './counts.js';
import type { ElementView, Views } from './element.js';
import { Answers, Questions, readViews, type ViewsClass } from './questions.js';
import type { RuleContext } from './rule.js';

/** What answers for the rules of a conversion that are functions. */
export interface Asked {
  /** Counts the tokens of texts, for the chunks of an extraction. */
  readonly count?: Count | undefined;
  /** Says which rules are for which elements: pairs of an element's number and a rule's. Undefined if the rules have selectors. */
  readonly decide?: ((views: Views) => Deciding) | undefined;
  /** What views of the tree are made, if not those that rules mostly have. */
  readonly views?: ViewsClass | undefined;
  /** Answers for a rule, by its number. */
  answer(rule: number, content: string, node: ElementView, context: RuleContext): unknown;
  /** What a rule is called in errors. */
  nameOf(rule: number): string;
  /** What rules are told of the call, but for its signal. */
  readonly options: RuleContext['options'];
}

/** Decides, and yields now and then, where it may go on in another turn of the event loop. */
export type Deciding = Iterator<undefined, Int32Array>;

/** The questions and answers of one conversion. */
export class Conversation {
  readonly #asked: Asked;
  readonly #cancel = new AbortController();
  readonly #context: RuleContext;
  #views: Views | undefined;

  constructor(asked: Asked) {
    this.#asked = asked;
    const { signal } = this.#cancel;
    this.#context = Object.freeze({ options: asked.options, signal });
  }

  /** Tells rules that still work that nobody waits for them. */
  end(reason: unknown): void {
    this.#cancel.abort(reason);
  }

  /** Returns what the rules answer, at once. Throws ERR_RULE, for a promise too. */
  answerNow(asks: ArrayBuffer): Uint8Array {
    if (isCount(asks)) return allOf(this.#counting(asks));
    const questions = this.#read(asks);
    if (questions.decide) return this.#decideNow();
    const answers = new Answers(questions.count);
    for (let i = 0; i < questions.count; i++) {
      const pending = this.#ask(questions, i, 0, answers);
      if (pending === undefined) continue;
      pending.promise.then(undefined, () => undefined);
      const what = 'returned a promise, which a synchronous call cannot wait for; use convert or AsyncConverter';
      throw this.#error(questions.node(i), pending.rule, what);
    }
    return answers.bytes();
  }

  /** Resolves with what the rules answer. Rejects with ERR_RULE. `turn` resolves in another turn of the event loop. */
  async answer(asks: ArrayBuffer, turn: () => Promise<void>): Promise<Uint8Array> {
    if (isCount(asks)) return this.#inTurns(this.#counting(asks), turn);
    const questions = this.#read(asks);
    if (questions.decide) return this.#decide(turn);
    const answers = new Answers(questions.count);
    const waits = new Waits();
    let began = performance.now();
    for (let i = 0; i < questions.count; i++) {
      const pending = this.#ask(questions, i, 0, answers);
      if (pending !== undefined) this.#settle(questions, i, pending, answers, waits);
      if (i % asksEachLook === 0 && performance.now() - began > turnMilliseconds) {
        await Promise.race([this.#turn(turn), waits.failed]);
        began = performance.now();
      }
    }
    await Promise.race([waits.done(), waits.failed]);
    return answers.bytes();
  }

  #read(asks: ArrayBuffer): Questions {
    this.#views = readViews(asks, this.#views, this.#asked.views);
    return new Questions(asks);
  }

  async #turn(turn: () => Promise<void>): Promise<void> {
    await turn();
    if (this.#cancel.signal.aborted) throw this.#cancel.signal.reason;
  }

  #deciding(): Deciding {
    return (this.#asked.decide as NonNullable<Asked['decide']>)(this.#views as Views);
  }

  #counting(asks: ArrayBuffer): Iterator<undefined, Uint8Array> {
    return counting(asks, this.#asked.count as Count);
  }

  #decideNow(): Uint8Array {
    return bytesOf(allOf(this.#deciding()));
  }

  async #decide(turn: () => Promise<void>): Promise<Uint8Array> {
    return bytesOf(await this.#inTurns(this.#deciding(), turn));
  }

  async #inTurns<T>(work: Iterator<undefined, T>, turn: () => Promise<void>): Promise<T> {
    let began = performance.now();
    let step = work.next();
    while (!step.done) {
      if (performance.now() - began > turnMilliseconds) {
        await this.#turn(turn);
        began = performance.now();
      }
      step = work.next();
    }
    return step.value;
  }

  /** Asks one rule after the other until one answers, from that on. Returns what is to be waited for, if that is a promise. */
  #ask(questions: Questions, question: number, from: number, answers: Answers): Pending | undefined {
    const node = questions.node(question);
    for (let rule = questions.nextRule(question, from); rule >= 0; rule = questions.nextRule(question, rule + 1)) {
      let written: unknown;
      try {
        const element = (this.#views as Views).element(node) as ElementView;
        written = this.#asked.answer(rule, questions.content(question), element, this.#context);
        if (isThenable(written)) return { rule, promise: written };
      } catch (cause) {
        throw this.#error(node, rule, 'failed', { cause });
      }
      if (written === null) continue;
      answers.set(question, rule, this.#checked(node, rule, written));
      return undefined;
    }
    return undefined;
  }

  #settle(questions: Questions, question: number, { rule, promise }: Pending, answers: Answers, waits: Waits): void {
    const node = questions.node(question);
    waits.add(
      promise,
      (written) => {
        if (written !== null) return answers.set(question, rule, this.#checked(node, rule, written));
        const pending = this.#ask(questions, question, rule + 1, answers);
        if (pending !== undefined) this.#settle(questions, question, pending, answers, waits);
      },
      (cause) => this.#error(node, rule, 'failed', { cause }),
    );
  }

  #checked(node: number, rule: number, written: unknown): string {
    if (typeof written === 'string') return written;
    throw this.#error(node, rule, `returned ${printed(written)} of type ${typeof written}, and not a string or null`);
  }

  #error(node: number, rule: number, what: string, why: { cause?: unknown } = {}): ConvertError {
    const { tree } = this.#views as Views;
    const selector = this.#asked.nameOf(rule);
    const place = tree.place(node);
    const at = `<${tree.name(node)}> at line ${place.line}, column ${place.column}`;
    const said = 'cause' in why ? `: ${isNativeError(why.cause) ? why.cause.message : printed(why.cause)}` : '';
    const error = new ConvertError('ERR_RULE', `The rule for '${selector}' ${what}${said} (${at})`);
    return Object.assign(error, why, { selector, place });
  }
}

function allOf<T>(work: Iterator<undefined, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

function bytesOf(numbers: Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

// Rules are the caller's code, which is to hold the event loop no longer than about this in one turn.
const turnMilliseconds = 8;
const asksEachLook = 16;

/** Promises that are waited for, however many: with one reaction for each. */
class Waits {
  #open = 0;
  #end: () => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  /** Rejects when the first of them does, or what follows fails. */
  readonly failed: Promise<never>;

  constructor() {
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => undefined); // It may fail when nobody waits any more.
  }

  /** Calls `settled` when a promise is fulfilled; `reasonOf` makes the error of one that rejects. */
  add(promise: PromiseLike<unknown>, settled: (value: unknown) => void, reasonOf: (cause: unknown) => unknown): void {
    this.#open++;
    Promise.resolve(promise).then(
      (value) => {
        try {
          settled(value);
        } catch (error) {
          this.#fail(error);
        }
        if (--this.#open === 0) this.#end();
      },
      (cause) => this.#fail(reasonOf(cause)),
    );
  }

  /** Resolves when all have been fulfilled. */
  done(): Promise<void> {
    return new Promise((resolve) => {
      this.#end = resolve;
      if (this.#open === 0) resolve();
    });
  }
}

interface Pending {
  readonly rule: number;
  readonly promise: PromiseLike<unknown>;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}
