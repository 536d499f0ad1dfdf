// A thread of Node.js.
import { type MessagePort, parentPort } from 'node:worker_threads';
import { serve } from './thread.js';

const port = parentPort as MessagePort;

serve(
  (listener) => port.on('message', listener),
  (answer, handedOver) => port.postMessage(answer, handedOver),
);
