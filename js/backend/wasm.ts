import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { version } from '../version.js';
import { wasmBackend } from '../wasm/backend.js';
import { Memory } from '../wasm/webassembly.js';
import { workerThread } from '../wasm/worker-thread.js';
import { built, ownRequire } from './own-require.js';
import { requireWasm, type WasmPackage } from './wasm-package.js';

// Each has an engine of its own, of 20 MB and more.
const mostThreads = 4;

/** Returns the engine as WebAssembly, and where it is from. Throws where it is not installed, or of another version. */
export function loadWasm() {
  const local = requireLocal();
  const { version: found, compile, thread } = local?.exports ?? requireWasm();
  if (found !== version) throw new Error(`it is of version ${found}, and tidemark of ${version}`);
  new Memory({ initial: 1 }); // Throws a RangeError here if there can be none, and not in the first call.
  const workers = Math.min(availableParallelism(), mostThreads);
  const { engine, pool } = wasmBackend({ compile, makeThread: () => workerThread(thread()), workers });
  return { engine, pool, file: local?.file ?? '@tidemark/wasm' };
}

// What has been built in a checkout.
function requireLocal(): { file: string; exports: WasmPackage } | undefined {
  const file = built('wasm', 'index.js');
  const require = ownRequire();
  if (file === undefined || require === undefined || !existsSync(file)) return undefined;
  return { file, exports: require(file) };
}
