import type { Failure } from '../native/binding.js';
import { type Document, Instance, type Result } from './instance.js';
import type { Ledger } from './ledger.js';
import type { Module } from './webassembly.js';

/** From how many bytes on an idle instance is given up: its memory would never become less. */
const mostIdleBytes = 256 * 2 ** 20;

const gone: Failure = {
  code: 'ERR_INTERNAL',
  message: 'The engine of this stream has ended, by another document of its thread; send the document again',
};

/** The engine of one thread. Its instance is made when it is first needed, and made anew when it has broken. */
export class ThreadEngine {
  readonly #module: () => Module;
  readonly #ledger: Ledger;
  readonly #cancelled: () => number;
  #instance: Instance | undefined;
  #settle: () => void = () => undefined;
  #spare: { instance: Instance; settle: () => void } | undefined;
  #isPrepared = false;
  readonly #streams = new Map<object | number, { instance: Instance; number: number }>();

  /** `cancelled` says whether the call that is being carried out has been cancelled. */
  constructor(module: () => Module, ledger: Ledger, cancelled: () => number) {
    this.#module = module;
    this.#ledger = ledger;
    this.#cancelled = cancelled;
  }

  /** Has an instance ready from now on before it is needed: for a host that makes none at once. */
  async prepare(): Promise<void> {
    this.#isPrepared = true;
    const { host, settle } = this.#ledger.account(this.#cancelled);
    this.#spare = { instance: await Instance.later(this.#module(), host), settle };
  }

  get memoryBytes(): number {
    return this.#instance?.memoryBytes ?? 0;
  }

  convert(options: string, input: Document, bytes: boolean): Result {
    return this.#use((instance) => instance.convert(options, input, bytes));
  }

  check(options: string): Result {
    return this.#use((instance) => instance.check(options));
  }

  describe(selector: string): Result {
    return this.#use((instance) => instance.describe(selector));
  }

  /** Converts the next piece of a stream, which begins with its first, or takes what its rules answer. */
  write(stream: object | number, options: string, input: Document, last: boolean, bytes: boolean): Result {
    return this.#use((current) => {
      let opened = this.#streams.get(stream);
      if (opened === undefined) {
        opened = { instance: current, number: current.open() };
        this.#streams.set(stream, opened);
      }
      return opened.instance === current ? current.write(opened.number, options, input, last, bytes) : gone;
    });
  }

  /** Drops a stream. */
  free(stream: object | number): void {
    const opened = this.#streams.get(stream);
    this.#streams.delete(stream);
    if (opened === undefined || opened.instance !== this.#instance) return;
    opened.instance.free(opened.number);
    this.#giveUpIfLarge(opened.instance);
  }

  #use(call: (instance: Instance) => Result): Result {
    let instance: Instance;
    try {
      instance = this.#current();
    } catch (error) {
      return {
        code: 'ERR_INTERNAL',
        message: `The engine of this thread could not be started (${error}): see docs/install.md`,
      };
    }
    const outcome = call(instance);
    if (instance.isBroken) this.#giveUp();
    else this.#giveUpIfLarge(instance);
    return outcome;
  }

  #current(): Instance {
    if (this.#instance === undefined) {
      const { instance, settle } = this.#spare ?? this.#make();
      this.#instance = instance;
      this.#settle = settle;
      this.#spare = undefined;
    }
    return this.#instance;
  }

  #make() {
    const { host, settle } = this.#ledger.account(this.#cancelled);
    return { instance: Instance.now(this.#module(), host), settle };
  }

  #giveUpIfLarge(instance: Instance): void {
    if (this.#streams.size === 0 && instance.memoryBytes > mostIdleBytes) this.#giveUp();
  }

  #giveUp(): void {
    this.#instance = undefined;
    this.#settle();
    // If that fails, so does the next call, which says why.
    if (this.#isPrepared) this.prepare().catch(() => undefined);
  }
}
