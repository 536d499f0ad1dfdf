// The command line.
import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { Problem } from './problem.mjs';

const options = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string' },
  pages: { type: 'string' },
  against: { type: 'string' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

const usage = (measures) => `npm run bench -- [options]

  --quick         fewer and shorter rounds, under three minutes
  --only a,b      these measures: ${measures.join(', ')}
  --pages DIR     the HTML files in DIR, instead of ../shared/fidelity/corpus/pages
  --against REF   this checkout beside that commit, branch or tag, without the peers
  --write         write docs/performance.md, which a run without options does anyway`;

/** What the user asked for, or undefined if that was help. */
export function readArguments(argv, measures) {
  // Not strict: the messages of parseArgs do not say what there is.
  const { values, tokens } = parseArgs({ args: argv, options, strict: false, tokens: true });
  for (const token of tokens) check(token);
  if (values.help) {
    console.log(usage(measures));
    return undefined;
  }
  return { ...values, only: values.only?.split(',').map((name) => known('measure', name, measures)) };
}

function check({ kind, name, value }) {
  if (kind === 'positional') throw new Problem(`Unexpected argument ${value}: everything is said by options (--help).`);
  if (kind !== 'option') return;
  known(
    'option',
    `--${name}`,
    Object.keys(options).map((option) => `--${option}`),
  );
  const wanted = options[name].type === 'string';
  if (wanted && value === undefined) throw new Problem(`The option --${name} needs a value (--help).`);
  if (!wanted && value !== undefined) throw new Problem(`The option --${name} takes no value (--help).`);
}

function known(what, name, choices) {
  if (choices.includes(name)) return name;
  const nearest = [...choices].sort((a, b) => distance(name, a) - distance(name, b));
  throw new Problem(`Unknown ${what} ${name}; the nearest of those there are: ${nearest.slice(0, 3).join(', ')}.`);
}
