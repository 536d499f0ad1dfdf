import { engine } from './backend/load.js';
import type { Encoded } from './encoded.js';
import { invalidArg, invalidOption, print, unknownOption } from './errors.js';
import { failed } from './native/status.js';
import type { Asked } from './rules/asked.js';
import { readRules } from './rules/functions.js';

// Options nest one level today. The limit is for cycles.
const deepest = 8;

// What the names of options begin with that only these modules set.
const internal = '#';

/** Adds an option that only these modules set to what has been encoded. */
export function withInternal(json: string, name: string, value: boolean | string): string {
  const member = `"${internal}${name}":${JSON.stringify(value)}`;
  return json === '' || json === '{}' ? `{${member}}` : `{${member},${json.slice(1)}`;
}

const none: Encoded = { json: '', asked: undefined };

/** Returns conversion options as they are used. */
export function encodeOptions(options: unknown, except: readonly string[] = []): Encoded {
  if (options === undefined) return none;
  const read = readRules(requireObject(options, 'options'));
  const members = encodeMembers(read.options, except, 0);
  return { json: members === '' ? '' : `{${members}}`, asked: readCount(read.options, read.asked) };
}

// The function that counts tokens, if there is one, answers beside those of rules.
function readCount(options: object, asked: Asked | undefined): Asked | undefined {
  const { chunks } = options as { chunks?: { tokens?: unknown } | boolean | null };
  const count = typeof chunks === 'object' && chunks !== null ? chunks.tokens : undefined;
  if (typeof count !== 'function') return asked;
  const none = () => null;
  return {
    answer: none,
    nameOf: String,
    options: {},
    ...asked,
    count: (text) => Reflect.apply(count, undefined, [text]),
  };
}

/** Options for many calls: checked here once by native code, so that not each call has to find the same fault. */
export function checkedOptions(options: unknown, except?: readonly string[]): Encoded {
  const encoded = encodeOptions(options, except);
  const failure = engine.checkOptions(encoded.json);
  if (failure !== undefined) throw failed(failure);
  return encoded;
}

/** Refuses keys that `known` does not list, unless their value is undefined. */
export function requireKnownKeys(source: object, name: string, known: readonly string[]): void {
  for (const [key, value] of Object.entries(source)) {
    if (value !== undefined && !known.includes(key)) throw unknownOption(name, key, known);
  }
}

/** Refuses another format than Markdown, for what makes that alone. */
export function requireMarkdown(format: unknown): void {
  if (format !== undefined && format !== 'markdown') throw invalidOption("'markdown'", 'options.format', format);
}

/** Refuses what cannot hold options, a forgotten promise or a Map for example, which would be read as if it were empty. */
export function requireObject(value: unknown, name: string): object {
  if (typeof value === 'object' && value !== null && hasPlainTag(value)) return value;
  throw invalidArg('an object', name, value);
}

function hasPlainTag(value: object): boolean {
  try {
    return Object.prototype.toString.call(value) === '[object Object]';
  } catch {
    return false; // a revoked proxy
  }
}

function encodeMembers(source: object, except: readonly string[], depth: number): string {
  const members: string[] = [];
  for (const [key, value] of Object.entries(source)) {
    if (value === undefined || except.includes(key)) continue;
    if (key[0] === internal) throw unknownOption('options', key, []);
    members.push(`${JSON.stringify(key)}:${encode(value, depth + 1)}`);
  }
  return members.join(',');
}

// Not JSON.stringify: it drops functions and symbols, turns NaN into null, throws on bigints and asks toJSON, where native
// code must see what was given to be able to refuse it.
function encode(value: unknown, depth: number): string {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'object' && depth < deepest) {
    if (Array.isArray(value)) return `[${value.map((item) => encode(item, depth + 1)).join(',')}]`;
    if (hasPlainTag(value)) return `{${encodeMembers(value, [], depth)}}`;
  }
  return `{"$js":"${typeof value}","$text":${JSON.stringify(print(value))}}`;
}
