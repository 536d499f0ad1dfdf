/**
 * Why a job has failed. Its message begins with the code, since that is what the queue keeps of it. BullMQ does not try jobs again whose error has the name
 * `UnrecoverableError`.
 */
export class JobError extends Error {
  /** One of `ConvertError`, of the system, or `ERR_INVALID_JOB`, `ERR_NOT_ALLOWED`, `ERR_HTTP`, `ERR_NOT_HTML` or `ERR_COMPRESSION`. */
  readonly code: string;
  /** The message without the code. */
  readonly text: string;

  constructor(code: string, text: string, passes = false, cause?: unknown) {
    super(`${code}: ${text}`, cause === undefined ? undefined : { cause });
    this.name = passes ? 'JobError' : 'UnrecoverableError';
    this.code = code;
    this.text = text;
  }
}

// What another try may not meet. All else of the engine and of the system is as it is.
const passing: ReadonlySet<string> = new Set([
  'ERR_QUEUE_FULL',
  'ERR_TIMEOUT',
  'ERR_CLOSED',
  'ERR_RULE',
  // of the system: the disk may be given room, the network may come back
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'EBUSY',
  'ESTALE',
  'ETIMEDOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'EAI_AGAIN',
]);

// What the system says, as a person would.
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EACCES: 'It may not be read or written: permission denied',
  EISDIR: 'It is a folder',
  ENOTDIR: 'A part of its path is a file',
  ENOSPC: 'There is no space left',
};

/** Returns what has happened as the error of a job. */
export function jobErrorOf(error: unknown): Error {
  if (error instanceof JobError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error instanceof Error ? error : new Error(String(error)); // a reason to abort
  return new JobError(code, reasons[code] ?? message, passing.has(code), error);
}
