// What js/backend/wasm-package.ts is in a bundle: the module is a part of it.
import * as wasm from '@tidemark/wasm';

export const requireWasm = () => wasm;
