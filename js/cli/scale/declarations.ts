import type { Declaration } from '../options/declaration.js';
import { type Flag, flags, ownFlag } from '../options/flag.js';

/** The commands for more than one machine. */
export type Name = 'work' | 'send' | 'status';

/** How one of them is called. */
export interface Subcommand {
  readonly usage: string;
  readonly text: string;
  readonly examples: readonly (readonly [command: string, what: string])[];
  readonly flags: readonly Flag[];
}

const queue: readonly Declaration[] = [
  {
    name: 'redis',
    kind: 'text',
    value: 'URL',
    byDefault: 'redis://127.0.0.1:6379',
    text: 'Where Redis or Valkey is: `redis://[[USER]:PASSWORD@]HOST[:PORT][/DB]`, with `rediss:` for TLS. Without it the environment variable `REDIS_URL` says so, which keeps a password from being seen in lists of processes.',
  },
  { name: 'queue', kind: 'text', value: 'NAME', byDefault: 'tidemark', text: 'The name of the queue.' },
];

const files: Declaration = {
  name: 'files',
  kind: 'text',
  value: 'FOLDER',
  byDefault: '.',
  text: 'The folder that the files of jobs are in. Jobs name files from there on, so that it may be at another place for each worker; files elsewhere are refused.',
};

const help: Declaration = { name: 'help', kind: 'boolean', short: 'h', text: 'Shows this.' };

const work: readonly Declaration[] = [
  ...queue,
  { name: 'out', kind: 'text', short: 'o', value: 'FOLDER', text: 'The folder for results. Workers may share it.' },
  files,
  {
    name: 'format',
    kind: 'word',
    short: 'f',
    values: ['md', 'text', 'html', 'json'],
    byDefault: 'md',
    text: 'What is written: Markdown; plain text; clean HTML; or what `extract()` makes of a document, as JSON. Of a WARC it is a line of JSON for each page, always.',
  },
  {
    name: 'concurrency',
    kind: 'integer',
    min: 1,
    max: 65_536,
    text: 'How many jobs there may be at a time. The default is 8 for each processor.',
  },
  {
    name: 'maxHeldBytes',
    kind: 'integer',
    min: 1,
    byDefault: '268435456',
    text: 'Bytes of documents that are held at a time: further jobs wait before they read theirs.',
  },
  {
    name: 'maxInlineBytes',
    kind: 'integer',
    min: 1,
    byDefault: '262144',
    text: 'The most bytes of a document that lies in a job.',
  },
  {
    name: 'skipExisting',
    kind: 'boolean',
    text: 'Jobs whose result is there already are done.',
  },
  {
    name: 'allowHost',
    kind: 'texts',
    value: 'HOST',
    text: 'A host whose pages jobs may name: `example.com`, `*.example.com` for all below it, or `*`. Without it no job may name a page of the web.',
  },
  {
    name: 'allowNetwork',
    kind: 'texts',
    value: 'NETWORK',
    text: 'A private network that may be connected to, such as `10.1.0.0/16`. All others are refused, those too that a name or a redirect leads to.',
  },
  {
    name: 'metrics',
    kind: 'text',
    value: '[HOST:]PORT',
    text: 'Where counters for Prometheus are served, at `/metrics`, and whether the worker lives, `/healthz`, and can work, `/readyz`. Without a host it is 127.0.0.1.',
  },
  {
    name: 'grace',
    kind: 'integer',
    min: 0,
    max: 86_400,
    byDefault: '25',
    text: 'How many seconds the jobs that are begun have after SIGTERM or SIGINT. Then they go back to the queue.',
  },
  { name: 'untilEmpty', kind: 'boolean', text: 'Ends when there is no job left.' },
  help,
];

const send: readonly Declaration[] = [
  ...queue,
  files,
  {
    name: 'pages',
    kind: 'integer',
    min: 0,
    byDefault: '0',
    text: 'How many pages of a WARC there are in a job, which then names them by their place. 0 makes one job of a WARC, which is not read for that.',
  },
  {
    name: 'inline',
    kind: 'boolean',
    text: 'Puts the documents themselves into the jobs, for workers that do not see the files. They lie in the memory of Redis.',
  },
  {
    name: 'maxInlineBytes',
    kind: 'integer',
    min: 1,
    byDefault: '262144',
    text: 'The most bytes of a document that is put into a job.',
  },
  {
    name: 'attempts',
    kind: 'integer',
    min: 1,
    max: 1000,
    byDefault: '5',
    text: 'How often a job is tried, after one second, two, four …, if it fails for what may pass.',
  },
  {
    name: 'forget',
    kind: 'boolean',
    text: 'Jobs that are done leave Redis. To send one of them again then does it again.',
  },
  { name: 'retryFailed', kind: 'boolean', text: 'Also puts back the jobs that have failed.' },
  { name: 'json', kind: 'boolean', text: 'Tells what was sent as JSON.' },
  help,
];

const status: readonly Declaration[] = [...queue, { name: 'json', kind: 'boolean', text: 'Tells it as JSON.' }, help];

const taken = new Set(work.map(({ name }) => name));
const ofTheRun = ['main', 'config', 'timeout'];

/** What `tidemark work` has of the command for files. */
const shared = flags.filter(({ engine, name }) => (engine ? !taken.has(name) : ofTheRun.includes(name)));

export const subcommands: Readonly<Record<Name, Subcommand>> = {
  work: {
    usage: 'tidemark work --out FOLDER [OPTION]...',
    text: 'Takes jobs from a queue in Redis, converts what they name, and writes each result once.',
    examples: [
      ['tidemark work --out md --files site', 'until SIGTERM'],
      ['tidemark work --out md --until-empty', 'until there is no job left'],
      ['tidemark work --out md --metrics 9464', 'with counters for Prometheus'],
    ],
    flags: [...work.map(ownFlag), ...shared],
  },
  send: {
    usage: "tidemark send [OPTION]... [FILE | FOLDER | 'PATTERN' | WARC | URL | -]...",
    text: 'Puts a job for each input into a queue in Redis. To send an input twice adds nothing.',
    examples: [
      ['tidemark send site', 'a job for each page of a folder'],
      ['tidemark send crawl.warc.gz --pages 1000', 'a WARC in jobs of 1,000 pages'],
      ['tidemark send https://example.com/', 'for workers with --allow-host example.com'],
    ],
    flags: send.map(ownFlag),
  },
  status: {
    usage: 'tidemark status [OPTION]...',
    text: 'Tells how many jobs there are in a queue, who works at them, and what has failed.',
    examples: [['tidemark status --json', 'for programs']],
    flags: status.map(ownFlag),
  },
};
