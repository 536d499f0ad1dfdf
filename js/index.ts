/// <reference lib="esnext.disposable" preserve="true" />

import type { Backend } from './backend/backend.js';
import { backend as loaded } from './backend/load.js';

export type { Backend, Tried } from './backend/backend.js';
export type { Call } from './call.js';
export type { ConvertTrace } from './calls/trace.js';
export { close, pool, reset } from './close.js';
export { configure, type PoolOptions } from './configure.js';
export { convert, convertSync, type Markdown } from './convert.js';
export { type CallAll, type ConvertAllCall, convertAll } from './convert-all.js';
export { AsyncConverter, Converter } from './converter.js';
export { ConvertError, type ConvertErrorCode } from './errors.js';
export { type DefaultExtraction, extract, extractSync } from './extract.js';
export { extractAll } from './extract-all.js';
export type {
  Chunk,
  CodeBlock,
  Extraction,
  Fallback,
  Feed,
  Footnote,
  Format,
  Heading,
  Image,
  Link,
  MainContent,
  Metadata,
  PageKind,
  Region,
  Table,
  Warning,
  WarningCode,
} from './extraction.generated.js';
export type { ConvertCall, Output, OutputCall, StreamCall } from './form.js';
export type { BlobLike, BodyLike, Input, Inputs, Source, Unread } from './input.js';
export type {
  ChunksOptions,
  CleanOptions,
  ContentOptions,
  ExtractOptions,
  GfmOptions,
  Options,
} from './options.generated.js';
export type { AttributeList, ClassList, ElementView, NodeView, ViewList } from './rules/element.js';
export type { AsRule, DropRule, FunctionRule, Rule, RuleContext, TemplateRule, TextRule } from './rules/rule.js';
export type { Attribute, Place } from './rules/tree.js';
export { type Stats, stats } from './stats.js';
export { chunkStream, convertStream, stream, webStream } from './stream.js';
export { estimateTokens, type TokenEncoding } from './tokens.js';
export { version } from './version.js';

/**
 * What carries out the conversions, the native addon or the same engine as WebAssembly, and why.
 *
 * @example
 * console.log(backend().name); // 'addon'
 */
export function backend(): Backend {
  return loaded;
}
