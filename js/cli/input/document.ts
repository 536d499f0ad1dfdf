/** A document that is to be converted: where it is, and which path it has below the folder for results. */
export interface Document {
  /** The path of a file; `-` is standard input. */
  readonly path: string;
  readonly kept: string;
}

/** An input that could not be converted. */
export interface Failure {
  readonly path: string;
  /** That of a `ConvertError`, of the system, or of this command. */
  readonly code: string;
  readonly message: string;
}

export const isFailure = (found: object): found is Failure => 'code' in found;

/** Returns the failure that an error is for an input. */
export function failure(path: string, error: unknown): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  return { path, code: code ?? 'ERR_FAILED', message: reasons[code ?? ''] ?? message ?? String(error) };
}

// What the system says, as a person would.
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EACCES: 'It may not be read or written: permission denied',
  EISDIR: 'It is a folder',
  ENOTDIR: 'A part of its path is a file',
  ENOSPC: 'There is no space left',
  EMFILE: 'Too many files are open',
};
