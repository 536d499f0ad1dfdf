import { cut, printed } from '../errors.js';
import { nearest } from '../nearest.js';
import type { JobData } from './job-data.js';
import { JobError } from './job-error.js';
import { requireName } from './require-name.js';

const kinds = {
  file: ['file', 'baseUrl', 'name'],
  warc: ['warc', 'offset', 'length', 'name'],
  html: ['html', 'baseUrl', 'name'],
  url: ['url', 'name'],
} as const;

/** Checks what a job says. Throws a {@link JobError} that says what is wrong with it. */
export function checkJob(data: unknown): JobData {
  if (Object.prototype.toString.call(data) !== '[object Object]') throw invalid('an object', 'data', data);
  const job = data as Record<string, unknown>;
  const kind = kindOf(job);
  requireKnown(job, kind);
  requireText(job, kind);
  for (const name of ['name', 'baseUrl'] as const) if (job[name] !== undefined) requireText(job, name);
  for (const name of ['offset', 'length'] as const) if (job[name] !== undefined) requireLength(job, name);
  if (job['name'] !== undefined) requireName(job['name'] as string);
  return job as unknown as JobData;
}

function kindOf(job: Record<string, unknown>): keyof typeof kinds {
  const all = Object.keys(kinds) as (keyof typeof kinds)[];
  const found = all.filter((kind) => job[kind] !== undefined);
  if (found.length === 1) return found[0] as keyof typeof kinds;
  const received = found.length === 0 ? named(Object.keys(job)) : named(found);
  const meant = found.length === 0 ? Object.keys(job).flatMap((name) => nearest(name, all) ?? [])[0] : undefined;
  throw new JobError(
    'ERR_INVALID_JOB',
    `Expected one of data.file, data.warc, data.html and data.url but received ${received}${meant === undefined ? '' : `. Did you mean '${meant}'?`}`,
  );
}

const named = (names: readonly string[]) =>
  names.length === 0
    ? 'none'
    : names
        .slice(0, 5)
        .map((name) => `data.${name.slice(0, 40)}`)
        .join(' and ');

function requireKnown(job: Record<string, unknown>, kind: keyof typeof kinds): void {
  for (const name of Object.keys(job)) {
    if ((kinds[kind] as readonly string[]).includes(name)) continue;
    const meant = nearest(name, kinds[kind]);
    const error = invalid(`one of ${kinds[kind].join(', ')}`, `a name in data`, name);
    throw meant === undefined ? error : new JobError(error.code, `${error.text}. Did you mean '${meant}'?`);
  }
}

function requireText(job: Record<string, unknown>, name: string): void {
  const value = job[name];
  if (typeof value !== 'string' || (value === '' && name !== 'html')) throw invalid('text', `data.${name}`, value);
}

function requireLength(job: Record<string, unknown>, name: string): void {
  const least = name === 'offset' ? 0 : 1;
  const value = job[name];
  if (!(Number.isSafeInteger(value) && (value as number) >= least))
    throw invalid(`an integer from ${least} on`, `data.${name}`, value);
}

function invalid(what: string, name: string, value: unknown): JobError {
  const shown = typeof value === 'string' ? JSON.stringify(cut(value)) : printed(value);
  return new JobError('ERR_INVALID_JOB', `Expected ${what} for ${name} but received ${shown} of type ${typeof value}`);
}
