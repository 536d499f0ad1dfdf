// As index.mts, with threads for asynchronous calls: those of all who use this package in a page.
import { newThread } from '@tidemark/wasm/worker';
import type { Thread } from '../wasm/lane.js';
import type { Answer } from '../wasm/thread.js';
import { addThreads } from './load.mjs';

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

// Each has an engine of its own, of 20 MB and more.
function threads(): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  return Math.min(2, navigator?.hardwareConcurrency || 1);
}

addThreads(makeThread, threads());

export * from '../index.mjs';
