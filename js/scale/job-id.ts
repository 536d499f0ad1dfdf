import { createHash } from 'node:crypto';
import type { JobData } from './job-data.js';

/**
 * An id for a job that is always the same for the same data, so that a job that is added twice is there once. It has 22 letters.
 *
 * @example
 * await queue.add('convert', data, { jobId: jobId(data) });
 */
export function jobId(data: JobData): string {
  const members = Object.entries(data).filter(([, value]) => value !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url').slice(0, 22);
}
