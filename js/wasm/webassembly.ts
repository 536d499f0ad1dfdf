// The part of WebAssembly that is used here: the types of Node.js lack it, those of browsers would bring all of theirs.

/** Code that has been compiled. Threads share it. */
export interface Module {
  readonly [Symbol.toStringTag]: string;
}

export interface Memory {
  readonly buffer: ArrayBuffer;
}

interface WebAssembly {
  Memory: new (pages: { initial: number }) => Memory;
  Module: new (bytes: Uint8Array) => Module;
  Instance: new (module: Module, imports: object) => { readonly exports: object };
  instantiate(module: Module, imports: object): Promise<{ readonly exports: object }>;
}

export const { Module, Instance, Memory, instantiate } = (globalThis as unknown as { WebAssembly: WebAssembly })
  .WebAssembly;
