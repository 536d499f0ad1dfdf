// The command line.
import { parseArgs } from 'node:util';
import { families } from '../../bench/lib/families.mjs';
import { unlimited, ways } from './cases.mjs';

const usage = `npm run limits -- [options]

  --families a,b    of bench/lib/families.mjs, all if nothing is said
  --sizes 1,4       of the documents, in MB: 1,4,16,60 if nothing is said
  --limits 256,512  of the containers, in MiB: 256,512,1024,2048,${unlimited} if nothing is said; with ${unlimited}, single
                    asynchronous calls only
  --ways a,b        how it is called: ${ways.join(',')} if nothing is said; many is 100 calls at once
  --seconds N       how long a process may take, 300 if nothing is said
  --jobs N          how many processes at a time, 1 if nothing is said
  --json FILE       where a line of JSON goes for each process`;

const options = {
  families: { type: 'string', default: Object.keys(families).join() },
  sizes: { type: 'string', default: '1,4,16,60' },
  limits: { type: 'string', default: `256,512,1024,2048,${unlimited}` },
  ways: { type: 'string', default: ways.join() },
  seconds: { type: 'string', default: '300' },
  jobs: { type: 'string', default: '1' },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
};

/** What the user asked for; undefined if that was help, or nothing that can be done. */
export function readArguments(args) {
  try {
    const { values } = parseArgs({ args, options });
    if (!values.help) return read(values);
    console.log(usage);
  } catch (error) {
    console.error(`limits: ${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
  return undefined;
}

function read(values) {
  const each = (name, parse) => values[name].split(',').map((value) => parse(name, value));
  return {
    families: each('families', oneOf(Object.keys(families))),
    sizes: each('sizes', above0),
    limits: each('limits', (name, value) => (value === unlimited ? unlimited : above0(name, value))),
    ways: each('ways', oneOf(ways)),
    seconds: above0('seconds', values.seconds),
    jobs: above0('jobs', values.jobs),
    json: values.json,
  };
}

const oneOf = (known) => (name, value) => {
  if (known.includes(value)) return value;
  throw new Error(`Expected one of ${known.join(', ')} for --${name} but received ${value}`);
};

function above0(name, value) {
  const number = Number(value);
  if (number > 0 && number < Infinity) return number;
  throw new Error(`Expected a number above 0 for --${name} but received ${value}`);
}
