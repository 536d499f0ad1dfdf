// As js/web/load.mts, with a thread for asynchronous calls.
import { module } from '@tidemark/wasm';
import { newThread } from '@tidemark/wasm/worker';
import type { Backend } from '../backend/backend.js';
import { wasmBackend } from '../wasm/backend.js';
import type { Thread } from '../wasm/lane.js';
import type { Answer } from '../wasm/thread.js';

function makeThread(): Thread {
  const worker = newThread();
  return {
    send: (message, handedOver) => worker.postMessage(message, handedOver),
    listen(onAnswer, onEnd) {
      worker.onmessage = ({ data }: { data: Answer }) => onAnswer(data);
      worker.onerror = ({ message }: { message: string }) => onEnd(message);
    },
    hold: () => undefined,
    end: () => worker.terminate(),
  };
}

export const { engine, pool, prepare } = wasmBackend({ compile: () => module, makeThread, workers: threads() });

if ('document' in globalThis) await prepare();

export const backend: Backend = { name: 'wasm', why: 'This host loads no native addons', tried: [] };

// Each has an engine of its own, of 20 MB and more.
function threads(): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  return Math.min(2, navigator?.hardwareConcurrency || 1);
}
