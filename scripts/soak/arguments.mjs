// The command line.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../lib/go-env.mjs';

const usage = `npm run soak -- [options]

  --minutes N   how long, 10 if nothing is said
  --workers N   how many threads at a time, ${availableParallelism()} here if nothing is said
  --load N      the share of the time, above 0 and up to 1, for which a thread works: 1 if nothing is said
  --seed N      of all that is random but time, 1 if nothing is said
  --pages DIR   the HTML files in DIR too
  --out DIR     where memory.csv and memory.svg go, build/soak if nothing is said`;

const options = {
  minutes: { type: 'string', default: '10' },
  workers: { type: 'string', default: String(availableParallelism()) },
  load: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  pages: { type: 'string' },
  out: { type: 'string', default: join(root, 'build', 'soak') },
  help: { type: 'boolean', default: false },
};

/** What the user asked for; undefined if that was help, or nothing that can be done. */
export function readArguments(args) {
  try {
    const { values } = parseArgs({ args, options });
    if (!values.help) return { ...values, ...numbers(values) };
    console.log(usage);
  } catch (error) {
    console.error(`soak: ${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
  return undefined;
}

function numbers(values) {
  return {
    minutes: number(values, 'minutes', (n) => n > 0, 'a number above 0'),
    workers: number(values, 'workers', (n) => Number.isInteger(n) && n >= 1, 'an integer above 0'),
    load: number(values, 'load', (n) => n > 0 && n <= 1, 'a number above 0 and up to 1'),
    seed: number(values, 'seed', Number.isInteger, 'an integer'),
  };
}

function number(values, name, holds, what) {
  const value = Number(values[name]);
  if (!holds(value)) throw new Error(`Expected ${what} for --${name} but received ${values[name]}`);
  return value;
}
