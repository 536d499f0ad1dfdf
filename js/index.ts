/// <reference lib="esnext.disposable" preserve="true" />
import { engine } from './native/load.js';

export type { Call } from './call.js';
export type { ConvertTrace } from './calls/trace.js';
export { close, pool } from './close.js';
export { configure, type PoolOptions } from './configure.js';
export { convert, convertSync } from './convert.js';
export { type CallAll, convertAll } from './convert-all.js';
export { AsyncConverter, Converter } from './converter.js';
export { ConvertError, type ConvertErrorCode } from './errors.js';
export type { Input, Inputs, Source } from './input.js';
export type { Options } from './options.generated.js';
export type { AttributeList, ClassList, ElementView, NodeView, ViewList } from './rules/element.js';
export type { AsRule, DropRule, FunctionRule, Rule, RuleContext, TemplateRule, TextRule } from './rules/rule.js';
export type { Attribute, Place } from './rules/tree.js';
export { type Stats, stats } from './stats.js';

/** The version of this package. */
export const version: string = engine.version;
