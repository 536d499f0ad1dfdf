// The ES module is a view of the CommonJS one: a program that loads both has one pool and one ConvertError class.
export {
  AsyncConverter,
  type Call,
  ConvertError,
  type ConvertErrorCode,
  Converter,
  close,
  configure,
  convert,
  convertSync,
  type Input,
  type Options,
  type PoolOptions,
  pool,
  type Stats,
  stats,
  version,
} from './index.js';
