import { safePath } from '../files/safe-name.js';
import type { JobData, WarcJob } from './job-data.js';
import { jobId } from './job-id.js';
import { requireName } from './require-name.js';

/** Returns the path of the result of a job, with its ending. */
export function resultNameOf(data: JobData, id: string | undefined, ending: string): string {
  const name = safePath((data.name ?? usualNameOf(data, id)) + ending);
  requireName(name);
  return name;
}

/** The name of the result of a job that has none. Those of different documents differ. */
export function usualNameOf(data: JobData, id: string | undefined): string {
  if ('file' in data) return safePath(withoutEnding(data.file, '.html'));
  if ('warc' in data) return nameOfRecords(data);
  return 'url' in data && URL.canParse(data.url) ? nameOfPage(new URL(data.url)) : safePath(id ?? jobId(data));
}

/** The path of a WARC. Of a part of it, with where that begins. */
function nameOfRecords({ warc, offset, length }: WarcJob): string {
  const path = /^https?:/i.test(warc) && URL.canParse(warc) ? new URL(warc).pathname : warc;
  const whole = safePath(withoutEnding(withoutEnding(path, '.gz'), '.warc'));
  return offset === undefined && length === undefined ? whole : `${whole}/${offset ?? 0}`;
}

function nameOfPage({ host, pathname, search }: URL): string {
  return safePath(`${host}${pathname}${pathname.endsWith('/') ? 'index' : ''}${search}`);
}

function withoutEnding(path: string, ending: string): string {
  const slashed = path.replaceAll('\\', '/');
  return slashed.toLowerCase().endsWith(ending) ? slashed.slice(0, -ending.length) : slashed;
}
