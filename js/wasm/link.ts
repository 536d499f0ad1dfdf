import { system } from './system.js';
import type { Memory } from './webassembly.js';

/** What whoever has an instance tells it about the call that it carries out. */
export interface Host {
  /** Not 0 if the call has been cancelled. */
  cancelled(): number;
  /** Takes memory of the budget; 0 if there is none. */
  take(kibibytes: number): number;
  give(kibibytes: number): void;
}

/** The exports of wasm/. What they return is as in wasm/exports.go. */
export interface Exports {
  readonly memory: Memory;
  _initialize(): void;
  input(length: number, kept: number): number;
  outcome(): number;
  convert(options: number, document: number, kind: number): number;
  check(options: number): number;
  describe(selector: number): number;
  open(): number;
  write(stream: number, options: number, piece: number, kind: number, last: number): number;
  free(stream: number): void;
}

/** Returns what the module imports, and what begins an instance of it. */
export function link(host: Host) {
  let exports: Exports | undefined;
  const imports = {
    wasi_snapshot_preview1: system(() => (exports as Exports).memory.buffer),
    tidemark: {
      cancelled: () => host.cancelled(),
      take: (kibibytes: number) => host.take(kibibytes >>> 0),
      give: (kibibytes: number) => host.give(kibibytes >>> 0),
    },
  };
  const begin = (instance: { readonly exports: object }): Exports => {
    exports = instance.exports as Exports;
    exports._initialize();
    return exports;
  };
  return { imports, begin };
}
