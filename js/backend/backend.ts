/** What carries out the conversions, and why it does. */
export interface Backend {
  /** The native addon, or the same engine as WebAssembly. */
  readonly name: 'addon' | 'wasm';
  /** The file of the addon, or of the WebAssembly package; undefined where it is a part of a bundle, or of a page. */
  readonly file?: string | undefined;
  /** In a sentence. */
  readonly why: string;
  /** What would have been used before, had it been there, each with what was wrong with it. */
  readonly tried: readonly Tried[];
}

/** An addon that could not be used. */
export interface Tried {
  /** Its file, or the name of its package. */
  readonly what: string;
  /** What was wrong, in a sentence. */
  readonly why: string;
  /** What helps, in sentences. */
  readonly remedy: string;
  /** What was thrown, if something was. */
  readonly error?: unknown;
  /** Says that WebAssembly would fail by it too. */
  readonly ofWasmToo?: boolean;
}
