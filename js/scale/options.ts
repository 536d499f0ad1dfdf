import { invalidArg, invalidOption, unknownOption } from '../errors.js';
import type { ExtractOptions } from '../index.js';
import type { HttpOptions } from './fetch.js';

/** What is written of a document: Markdown, plain text, clean HTML, or what `extract()` makes of it, as JSON. Of a WARC it is a line of JSON for each page. */
export type JobFormat = 'md' | 'text' | 'html' | 'json';

export interface ProcessorOptions {
  /** The folder for results. */
  readonly out: string;
  /**
   * The folder that the files of jobs are in. Without it jobs may not name files.
   *
   * @default undefined
   */
  readonly files?: string | undefined;
  /**
   * Which pages of the web jobs may name. Without it none.
   *
   * @default undefined
   */
  readonly http?: HttpOptions | undefined;
  /** @default 'md' */
  readonly format?: JobFormat | undefined;
  /**
   * How documents are converted.
   *
   * @default {}
   */
  readonly options?: ExtractOptions | undefined;
  /**
   * Milliseconds that the conversion of a document may take.
   *
   * @default undefined (no limit)
   */
  readonly timeout?: number | undefined;
  /**
   * Whether a job whose result is there is done.
   *
   * @default false
   */
  readonly skipExisting?: boolean | undefined;
  /**
   * The most bytes of a document that lies in a job. All jobs lie in the memory of Redis.
   *
   * @default 262144 (256 KiB)
   */
  readonly maxInlineBytes?: number | undefined;
  /**
   * Bytes of documents that are held at a time: further jobs wait before they read theirs. A larger document is held alone.
   *
   * @default 268435456 (256 MiB)
   */
  readonly maxHeldBytes?: number | undefined;
}

const MiB = 1024 * 1024;
const formats: readonly JobFormat[] = ['md', 'text', 'html', 'json'];

type Checks = Record<keyof ProcessorOptions, readonly [what: string, is: (value: unknown) => boolean]>;

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isObject = (value: unknown) => Object.prototype.toString.call(value) === '[object Object]';
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 1;

const checks: Checks = {
  out: ['the path of a folder', isText],
  files: ['the path of a folder', isText],
  http: [
    'an object with an array of hosts as allow',
    (value) => isObject(value) && Array.isArray((value as HttpOptions).allow),
  ],
  format: [`'md', 'text', 'html' or 'json'`, (value) => formats.includes(value as JobFormat)],
  options: ['an object', isObject],
  timeout: ['a number of milliseconds above 0', (value) => typeof value === 'number' && value > 0 && value < 2 ** 31],
  skipExisting: ['a boolean', (value) => typeof value === 'boolean'],
  maxInlineBytes: ['an integer from 1 on', isCount],
  maxHeldBytes: ['an integer from 1 on', isCount],
};

/** Options with their defaults. Throws a `ConvertError` for what is wrong with them. */
export function settled(options: ProcessorOptions) {
  if (!isObject(options)) throw invalidArg('an object', 'options', options);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!Object.hasOwn(checks, name)) throw unknownOption('options', name, Object.keys(checks));
    const [what, is] = checks[name as keyof ProcessorOptions];
    if (!is(value)) throw invalidOption(what, `options.${name}`, value);
  }
  if (options.out === undefined) throw invalidOption(checks.out[0], 'options.out', undefined);
  return {
    format: 'md' as JobFormat,
    options: {} as ExtractOptions,
    skipExisting: false,
    maxInlineBytes: 256 * 1024,
    maxHeldBytes: 256 * MiB,
    ...(Object.fromEntries(given) as { [Name in keyof ProcessorOptions]: Exclude<ProcessorOptions[Name], undefined> }),
  };
}

export type Settled = ReturnType<typeof settled>;
