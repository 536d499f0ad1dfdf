// What packages/wasm has for hosts other than Node.js.
declare module '@tidemark/wasm' {
  export const module: import('../wasm/webassembly.js').Module;
}
declare module '@tidemark/wasm/worker' {
  export function newThread(): {
    onmessage: unknown;
    onerror: unknown;
    postMessage(message: unknown, handedOver: readonly ArrayBufferLike[]): void;
    terminate(): void;
  };
}
