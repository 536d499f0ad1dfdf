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

const known = new Map(flags.map((flag) => [flag.flag, flag]));

/** Reads a command line. Throws a {@link UsageError} for what is wrong with it. */
export function parse(args: readonly string[]): CommandLine {
  // The tokens are read here, since a flag that is not known is to be told with the one that was meant.
  const { tokens } = parseArgs({ args: [...args], options: forParseArgs(), strict: false, tokens: true });
  const given: Given[] = [];
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind === 'option') given.push(read(token));
  }
  return { given, operands };
}

function forParseArgs(): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  return Object.fromEntries(
    flags.map((flag) => [
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

function read({ name, rawName, value, inlineValue }: OptionToken): Given {
  const flag = known.get(name);
  if (flag === undefined) return { flag: denied(name, rawName), value: false };
  if (standsAlone(flag)) {
    if (value === undefined || value === 'true') return { flag, value: true };
    if (value === 'false') return { flag, value: false };
    throw new UsageError(`${rawName} takes no value, but ${JSON.stringify(value)} was given`);
  }
  if (value === undefined || (inlineValue === false && isFlag(value))) throw new UsageError(`${rawName} needs a value`);
  return { flag, value: readValue(flag, rawName, value) };
}

/** What `--no-` stands in front of. */
function denied(name: string, rawName: string): Flag {
  const flag = name.startsWith('no-') ? known.get(name.slice('no-'.length)) : undefined;
  if (flag !== undefined && standsAlone(flag)) return flag;
  throw unknown(rawName);
}

// What looks like one but is none, such as `---`, is a value.
function isFlag(value: string): boolean {
  const name = /^--([a-z][a-z-]*)/.exec(value)?.[1];
  return name !== undefined && (known.has(name) || known.has(name.replace(/^no-/, '')));
}

function unknown(rawName: string): UsageError {
  const meant = nearestFlag(rawName.replace(/^-+/, ''));
  return new UsageError(`There is no option ${rawName}${meant === undefined ? '' : `. Did you mean --${meant}?`}`);
}

/** The flag whose name is nearest to one that is none. Names as JavaScript writes them are near. */
export function nearestFlag(name: string): string | undefined {
  const names = flags.flatMap((flag) => (standsAlone(flag) ? [flag.flag, `no-${flag.flag}`] : [flag.flag]));
  const asFlag = name.replaceAll(/[A-Z.]/g, (c) => (c === '.' ? '-' : `-${c.toLowerCase()}`));
  return names.includes(asFlag) ? asFlag : nearest(asFlag, names);
}
