// What js/backend/load.ts is where there is WebAssembly alone: in browsers, and in runtimes at the edge.
import { module } from '@tidemark/wasm';
import type { Backend } from '../backend/backend.js';
import { wasmBackend } from '../wasm/backend.js';

export const { engine, pool, prepare, addThreads } = wasmBackend({ compile: () => module, workers: 1 });

if ('document' in globalThis) await prepare();

export const backend: Backend = { name: 'wasm', why: 'This host loads no native addons', tried: [] };
