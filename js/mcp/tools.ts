import { convert, convertNames } from '../convert.js';
import { ConvertError } from '../errors.js';
import { extract } from '../extract.js';
import type { Input, Unread } from '../input.js';
import type { ExtractOptions } from '../options.generated.js';
import { estimateTokens } from '../tokens.js';
import type { AllowedUrls } from './allowed.js';
import { ToolError } from './errors.js';
import { fetchPage } from './fetch.js';
import type { Roots } from './files.js';

/** What a server may read, and how much. */
export interface Limits {
  readonly roots: Roots;
  readonly urls: AllowedUrls;
  readonly privateAddresses: boolean;
  readonly maxInputBytes: number;
  readonly maxOutputBytes: number;
  /** Milliseconds for a call, the reading included. */
  readonly timeout: number;
}

/** What a tool answers with. */
export interface Result {
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: object;
  readonly isError?: true;
}

type Arguments = Readonly<Record<string, unknown>>;
type Call = ExtractOptions & { signal: AbortSignal };
type Carry = (html: Input | Unread, options: Call, given: Arguments) => Promise<{ text?: string; structured: object }>;

const shared = ['html', 'path', 'url', 'baseUrl', 'content', 'preset', 'options'];

const tools: Readonly<Record<string, { own: readonly string[]; carryOut: Carry }>> = {
  convert: {
    own: [],
    async carryOut(html, options) {
      const markdown = await convert(html, options);
      return { text: markdown, structured: { markdown, tokens: estimateTokens(markdown) } };
    },
  },
  extract: {
    own: ['parts'],
    async carryOut(html, options, { parts }) {
      return { structured: await extract(html, { ...options, ...asOptions({ parts }) }) };
    },
  },
  chunks: {
    own: ['size', 'overlap'],
    async carryOut(html, options, { size, overlap }) {
      const { chunks: more } = options;
      const chunks = { ...(typeof more === 'object' ? more : {}), ...asOptions({ size, overlap }) };
      const made = await extract(html, { ...options, parts: ['markdown', 'metadata'], chunks });
      return { structured: { title: made.title, chunks: made.chunks } };
    },
  },
};

/** Reports whether there is such a tool. */
export const isTool = (name: unknown): name is string => typeof name === 'string' && Object.hasOwn(tools, name);

/** Carries out a call of a tool. What goes wrong is its result, so that who called can mend it. Rejects if it is aborted. */
export async function callTool(name: string, given: Arguments, limits: Limits, signal: AbortSignal): Promise<Result> {
  const time = AbortSignal.timeout(limits.timeout);
  try {
    return await carryOut(name, given, limits, AbortSignal.any([signal, time]));
  } catch (error) {
    signal.throwIfAborted();
    if (time.aborted) return failure('ERR_TIMEOUT', `The call did not finish within ${limits.timeout} ms`);
    if (error instanceof ToolError || error instanceof ConvertError) return failure(error.code, error.message);
    return failure('READ_FAILED', `The document could not be read: ${error instanceof Error ? error.message : error}`);
  }
}

const failure = (code: string, message: string): Result => ({
  content: [{ type: 'text', text: `${code}: ${message}` }],
  isError: true,
});

async function carryOut(name: string, given: Arguments, limits: Limits, signal: AbortSignal): Promise<Result> {
  const { own, carryOut } = tools[name] as { own: readonly string[]; carryOut: Carry };
  const known = [...shared, ...own];
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new ToolError('INVALID_ARGUMENTS', `Expected ${known.join(', ')} as arguments but received ${unknown}`);
  }
  const { html, url } = await documentOf(given, limits, signal);
  const { text, structured } = await carryOut(html, optionsFor(given, url, limits, signal), given);
  const result = url === undefined ? structured : { ...structured, url };
  return { content: [{ type: 'text', text: text ?? JSON.stringify(result) }], structuredContent: result };
}

/** The document that the arguments name: they name exactly one. */
async function documentOf(
  given: Arguments,
  limits: Limits,
  signal: AbortSignal,
): Promise<{ html: Input | Unread; url?: string }> {
  const named = ['html', 'path', 'url'].filter((key) => given[key] !== undefined);
  const [source = ''] = named;
  const value = given[source];
  if (named.length !== 1 || typeof value !== 'string') {
    throw new ToolError('INVALID_ARGUMENTS', 'Expected a string for exactly one of html, path and url');
  }
  if (source === 'html') return { html: value };
  if (source === 'path') {
    if (limits.roots.size === 0) throw denied('files', '--root DIR');
    return { html: await limits.roots.read(value, limits.maxInputBytes, signal) };
  }
  if (limits.urls.size === 0) throw denied('addresses', '--allow-url PATTERN');
  const { page, url } = await fetchPage(value, limits.urls, limits.privateAddresses, signal);
  return { html: page, url };
}

const denied = (what: string, flag: string) =>
  new ToolError(
    'ACCESS_DENIED',
    `This server reads no ${what}: who starts it may allow some by ${flag}. Give the HTML itself`,
  );

function optionsFor(given: Arguments, url: string | undefined, limits: Limits, signal: AbortSignal): Call {
  const { baseUrl = url, content, preset, options: more = {} } = given;
  if (typeof more !== 'object' || more === null || Array.isArray(more)) {
    throw new ToolError('INVALID_ARGUMENTS', 'Expected an object for options');
  }
  const ofCall = convertNames.find((name) => Object.hasOwn(more, name));
  if (ofCall !== undefined) {
    throw new ToolError(
      'INVALID_ARGUMENTS',
      `Expected no ${ofCall} among options: how calls are made is for the server`,
    );
  }
  const { maxInputBytes, maxOutputBytes } = more as ExtractOptions;
  return {
    ...more,
    ...asOptions({ baseUrl, content, preset }),
    maxInputBytes: atMost(maxInputBytes, limits.maxInputBytes),
    maxOutputBytes: atMost(maxOutputBytes, limits.maxOutputBytes),
    signal,
  };
}

// Of another value the engine says what is wrong with it.
const atMost = (asked: unknown, limit: number): number =>
  asked === undefined || (typeof asked === 'number' && asked > limit) ? limit : (asked as number);

/** What is given, as options: those that are wrong are refused with them. */
const asOptions = (given: Arguments): ExtractOptions =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
