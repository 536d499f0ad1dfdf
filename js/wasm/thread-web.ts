// A thread of a browser.
import { serve } from './thread.js';

const scope = globalThis as unknown as {
  onmessage: unknown;
  postMessage(message: unknown, handedOver: ArrayBuffer[]): void;
};

serve(
  (listener) => {
    scope.onmessage = ({ data }: { data: unknown }) => listener(data);
  },
  (answer, handedOver) => scope.postMessage(answer, handedOver),
);
