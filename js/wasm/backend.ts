import type { Engine, Failure, NativeInput, Outcome } from '../native/binding.js';
import { outputBytes } from '../native/border.generated.js';
import { version } from '../version.js';
import { ThreadEngine } from './engine.js';
import { type Lane, LaneInPlace, type Thread, ThreadLane } from './lane.js';
import { Ledger } from './ledger.js';
import { WasmPool } from './pool.js';
import type { Module } from './webassembly.js';

/** What the host gives. */
export interface WasmHost {
  /** Returns the module of `wasm/`. */
  compile(): Module;
  /** Makes a thread, or throws where there are none. */
  makeThread?: (() => Thread) | undefined;
  /** How many threads there may be. */
  workers: number;
}

/** What the addon is elsewhere. */
export interface WasmBackend {
  readonly engine: Engine;
  readonly pool: WasmPool;
  /** Has the engine of the calling thread ready before it is needed: a window must wait for that, as nothing large is instantiated there at once. */
  prepare(): Promise<void>;
  /** Lets asynchronous calls have threads from now on. */
  addThreads(makeThread: () => Thread, workers: number): void;
}

/** Returns it. Nothing is compiled before it is needed. */
export function wasmBackend({ compile, makeThread: given, workers }: WasmHost): WasmBackend {
  let makeThread = given;
  let compiled: Module | undefined;
  const module = () => {
    compiled ??= compile();
    return compiled;
  };
  const ledger = new Ledger();
  const own = new ThreadEngine(module, ledger, () => 0);
  const makeLane = (): Lane => {
    if (makeThread === undefined) return new LaneInPlace(own);
    try {
      return new ThreadLane(makeThread(), { module: module(), ledger: ledger.numbers });
    } catch {
      return new LaneInPlace(own); // no threads are allowed
    }
  };
  const pool = new WasmPool({ workers, makeLane, ledger, engineBytes: () => own.memoryBytes });
  return {
    engine: new WasmEngine(own),
    pool,
    prepare: () => own.prepare(),
    addThreads(make, workers) {
      makeThread = make;
      pool.workers = workers;
    },
  };
}

/** The engine on the calling thread. */
class WasmEngine implements Engine {
  readonly version = version;
  readonly #engine: ThreadEngine;

  constructor(engine: ThreadEngine) {
    this.#engine = engine;
  }

  convertSync(options: string, input: NativeInput | readonly string[], _length: number, form: number): Outcome {
    return this.#engine.convert(options, joined(input), (form & outputBytes) > 0);
  }

  checkOptions(options: string): Failure | undefined {
    const outcome = options === '' ? '' : this.#engine.check(options);
    return typeof outcome === 'string' ? undefined : (outcome as Failure);
  }

  describeSelector(selector: string): Outcome {
    return this.#engine.describe(selector);
  }

  documentOpen(): object {
    return {};
  }

  documentSend(
    document: object,
    options: string,
    input: NativeInput | readonly string[],
    _length: number,
    last: boolean,
  ): Outcome {
    return this.#engine.write(document, options, joined(input), last, false);
  }

  documentClose(document: object): void {
    this.#engine.free(document);
  }
}

const joined = (input: NativeInput | readonly string[]) =>
  Array.isArray(input) ? input.join('') : (input as NativeInput);
