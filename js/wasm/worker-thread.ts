import { Worker } from 'node:worker_threads';
import type { Thread } from './lane.js';
import type { Answer } from './thread.js';

/** Makes a thread of Node.js that runs `source`. What the process was started with is not for it. */
export function workerThread(source: string): Thread {
  const worker = new Worker(source, { eval: true, name: 'tidemark', env: {}, execArgv: [] });
  return {
    send: (message, handedOver) => worker.postMessage(message, handedOver as ArrayBuffer[]),
    listen(onAnswer, onEnd) {
      worker.on('message', (answer: Answer) => onAnswer(answer));
      worker.on('error', onEnd);
      worker.on('exit', (code) => onEnd(`exit code ${code}`));
    },
    hold: (holds) => (holds ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
}
