import type { Asked } from './rules/asked.js';

/** Conversion options as they are used. */
export interface Encoded {
  /** What native code takes: JSON text, '' if there are none. */
  readonly json: string;
  /** What answers for the rules that are functions; undefined if none is. */
  readonly asked: Asked | undefined;
}
