// What packages/wasm exports to those who import it.
declare module '@tidemark/wasm' {
  type Module = import('../wasm/webassembly.js').Module;
  // elsewhere than in Node.js
  export const module: Module;
  // for bundlers
  export const version: string;
  export function compile(): Module;
  export function thread(): string;
}
declare module '@tidemark/wasm/worker' {
  export function newThread(): {
    onmessage: unknown;
    onerror: unknown;
    postMessage(message: unknown, handedOver: readonly ArrayBufferLike[]): void;
    terminate(): void;
  };
}
