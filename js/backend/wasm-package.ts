import type { Module } from '../wasm/webassembly.js';

/** What packages/wasm/index.js exports. */
export interface WasmPackage {
  version: string;
  compile(): Module;
  /** What a thread runs. */
  thread(): string;
}

// Not within a try: a bundler would leave it out.
export function requireWasm(): WasmPackage {
  return require('@tidemark/wasm') as WasmPackage;
}
