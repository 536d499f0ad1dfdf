import { parseArgs } from 'node:util';
import { nearest } from '../../nearest.js';
import { UsageError } from '../usage-error.js';
import { type Flag, flags, standsAlone } from './flag.js';
import { readValue } from './value.js';

/** A flag with what was given for it. */
export interface Given {
  readonly flag: Flag;
  readonly value: unknown;
}

/** What a command line says. */
export interface CommandLine {
  readonly given: readonly Given[];
  /** Inputs, or the name of a command and what is for that. */
  readonly operands: readonly string[];
}

/** Reads a command line, on which some flags may stand. Throws a {@link UsageError} for what is wrong with it. */
export function parse(args: readonly string[], among: readonly Flag[] = flags): CommandLine {
  // The tokens are read here, since a flag that is not known is to be told with the one that was meant.
  const { tokens } = parseArgs({ args: [...args], options: forParseArgs(among), strict: false, tokens: true });
  const given: Given[] = [];
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind === 'option') given.push(read(token, among));
  }
  return { given, operands };
}

function forParseArgs(among: readonly Flag[]): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  return Object.fromEntries(
    among.map((flag) => [
      flag.flag,
      { type: standsAlone(flag) ? 'boolean' : 'string', ...(flag.short === undefined ? {} : { short: flag.short }) },
    ]),
  );
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

const named = (name: string, among: readonly Flag[]) => among.find(({ flag }) => flag === name);

function read({ name, rawName, value, inlineValue }: OptionToken, among: readonly Flag[]): Given {
  const flag = named(name, among);
  if (flag === undefined) return { flag: denied(name, rawName, among), value: false };
  if (standsAlone(flag)) {
    if (value === undefined || value === 'true') return { flag, value: true };
    if (value === 'false') return { flag, value: false };
    throw new UsageError(`${rawName} takes no value, but ${JSON.stringify(value)} was given`);
  }
  if (value === undefined || (inlineValue === false && isFlag(value, among)))
    throw new UsageError(`${rawName} needs a value`);
  return { flag, value: readValue(flag, rawName, value) };
}

/** What `--no-` stands in front of. */
function denied(name: string, rawName: string, among: readonly Flag[]): Flag {
  const flag = name.startsWith('no-') ? named(name.slice('no-'.length), among) : undefined;
  if (flag !== undefined && standsAlone(flag)) return flag;
  throw unknown(rawName, among);
}

// What looks like one but is none, such as `---`, is a value.
function isFlag(value: string, among: readonly Flag[]): boolean {
  const name = /^--([a-z][a-z-]*)/.exec(value)?.[1];
  return name !== undefined && [name, name.replace(/^no-/, '')].some((known) => named(known, among) !== undefined);
}

function unknown(rawName: string, among: readonly Flag[]): UsageError {
  const meant = nearestFlag(rawName.replace(/^-+/, ''), among);
  return new UsageError(`There is no option ${rawName}${meant === undefined ? '' : `. Did you mean --${meant}?`}`);
}

/** The flag whose name is nearest to one that is none. Names as JavaScript writes them are near. */
export function nearestFlag(name: string, among: readonly Flag[] = flags): string | undefined {
  const names = among.flatMap((flag) => (standsAlone(flag) ? [flag.flag, `no-${flag.flag}`] : [flag.flag]));
  const asFlag = name.replaceAll(/[A-Z.]/g, (c) => (c === '.' ? '-' : `-${c.toLowerCase()}`));
  return names.includes(asFlag) ? asFlag : nearest(asFlag, names);
}
