import { safePath } from '../files/safe-name.js';
import { JobError } from './job-error.js';

/** Where temporary files are, below the folder for results. */
export const temporaryFolder = '.tidemark';

/** Checks the name that a job gives its result. Throws a {@link JobError} for one that would lead elsewhere, or that some file systems would not take. */
export function requireName(name: string): void {
  const isPath = name !== '' && !name.includes('\\') && safePath(name) === name;
  if (isPath && !name.startsWith(`${temporaryFolder}/`)) return;
  throw new JobError(
    'ERR_INVALID_JOB',
    `Expected names between '/', none of them empty, '.' or '..', without control characters and < > : " | ? * \\, for data.name but received ${JSON.stringify(name.slice(0, 80))}`,
  );
}
