/// <reference lib="esnext.disposable" preserve="true" />
import { binding } from './binding.js';
import { close } from './pool.js';

export type { Call } from './abort.js';
export { convert, convertSync } from './convert.js';
export { type CallAll, convertAll } from './convert-all.js';
export { AsyncConverter, Converter } from './converter.js';
export { ConvertError, type ConvertErrorCode } from './errors.js';
export type { Input } from './input.js';
export type { Options } from './options.generated.js';
export { close } from './pool.js';
export { configure, type PoolOptions } from './pool-options.js';
export type { Inputs } from './read-ahead.js';
export { type Stats, stats } from './stats.js';
export type { Source } from './stream-iterator.js';
export type { ConvertTrace } from './trace.js';

/** The version of this package. */
export const version: string = binding.version;

/**
 * The pool as a disposable resource, for `await using`: at the end of the block it is closed, see {@link close}.
 *
 * @example
 * await using _ = pool;
 */
export const pool: AsyncDisposable = { [Symbol.asyncDispose]: close };
