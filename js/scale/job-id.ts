import { createHash } from 'node:crypto';
import { checkJob } from './check-job.js';
import type { JobData } from './job-data.js';

/**
 * An id for a job that is always the same for the same data, so that a job that is added twice is there once. It has 22 letters.
 *
 * @throws JobError `ERR_INVALID_JOB` for data that no processor takes
 *
 * @example
 * await queue.add('convert', data, { jobId: jobId(data) });
 */
export function jobId(data: JobData): string {
  const members = Object.entries(checkJob(data)).filter(([, value]) => value !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url').slice(0, 22);
}
