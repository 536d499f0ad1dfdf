import type { Declaration } from './declaration.js';

/** The options of the command itself. */
export const own: readonly Declaration[] = [
  {
    name: 'out',
    kind: 'text',
    short: 'o',
    value: 'PATH',
    text: 'Where results are written: a folder, or a file if it has the ending of the format, such as `.md`. In a folder, the paths of the inputs are kept. Without it, or with `-`, results go to standard output.',
  },
  {
    name: 'format',
    kind: 'word',
    short: 'f',
    values: ['md', 'text', 'html', 'json', 'jsonl', 'parquet'],
    byDefault: 'md',
    text: 'What is written: Markdown; plain text; clean HTML; what `extract()` makes of a document, as JSON; or the same in one line for each document, all in one stream; or as a table of Parquet with a row for each.',
  },
  {
    name: 'main',
    kind: 'boolean',
    text: 'The main content of each page alone, without menus and what else surrounds it. It stands for `--content main`.',
  },
  {
    name: 'extract',
    kind: 'boolean',
    text: 'What `extract()` makes of a document: its metadata, headings, links, tables and what else `--parts` and `--chunks` say. It stands for `--format json`.',
  },
  {
    name: 'links',
    kind: 'word',
    values: ['keep', 'md'],
    byDefault: 'keep',
    text: 'Where links lead: where they led, or, if that is a document that is converted too, to its result.',
  },
  {
    name: 'watch',
    kind: 'boolean',
    short: 'w',
    text: 'Goes on when all is converted: what is changed or added is converted again, until it is interrupted.',
  },
  {
    name: 'skipExisting',
    kind: 'boolean',
    text: 'Leaves out inputs whose result is there already, whichever run has written it.',
  },
  {
    name: 'resume',
    kind: 'boolean',
    text: 'Goes on with a run that was ended, by a signal or in any other way: leaves out what that run has written into the folder. It takes the same inputs and options.',
  },
  {
    name: 'dryRun',
    kind: 'boolean',
    short: 'n',
    text: 'Says what would be written where, a line for each input, and reads and writes nothing.',
  },
  {
    name: 'config',
    kind: 'text',
    value: 'FILE',
    text: 'A file with options, JSON or a module whose default export they are. Without it `tidemark.config.json`, `.js`, `.mjs` or `.cjs` of the current folder is read, if it is there. Flags go before it.',
  },
  {
    name: 'concurrency',
    kind: 'integer',
    min: 1,
    max: 65_536,
    text: 'How many documents there may be at a time. The default is 8 for each processor.',
  },
  {
    name: 'timeout',
    kind: 'integer',
    min: 1,
    max: 2 ** 31 - 1,
    text: 'The milliseconds that the conversion of a document may take.',
  },
  {
    name: 'progress',
    kind: 'word',
    values: ['auto', 'bar', 'json', 'none'],
    byDefault: 'auto',
    text: 'What is told on standard error while it runs: a line with files, MB/s, time left and failures, which `auto` draws on a terminal; a line of JSON each second; or nothing.',
  },
  { name: 'quiet', kind: 'boolean', short: 'q', text: 'Tells failures alone.' },
  { name: 'help', kind: 'boolean', short: 'h', text: 'Shows this. `tidemark help OPTION` tells all of one option.' },
  { name: 'version', kind: 'boolean', short: 'V', text: 'Shows the version.' },
];
