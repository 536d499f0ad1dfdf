import type { Options } from '../../options.generated.js';

/** A document that is to be converted: where it is, and which path it has below the folder for results. */
export interface Document extends Named {
  /** The path of a file, `site.zip/a.html` in an archive; `-` is standard input. */
  readonly path: string;
  /** What JSON says it is of, if that is not the path. */
  readonly source?: string;
  /** Whether it is all that the command line names: its documents are not told apart from those of others then. */
  readonly alone?: boolean;
  /** Whether it is converted anew, whatever result there is. */
  readonly changed?: boolean;
  /** Returns the document that a relative address in this one leads to, if that is converted, too. */
  readonly beside?: ((address: string) => Promise<Named | undefined>) | undefined;
}

/** What the name of a result is made of. */
export interface Named {
  /** With `/` between names. */
  readonly kept: string;
  /** Reports whether there is a document of the same name but for its ending. Absent if there is none. */
  readonly has?: (ending: string) => Promise<boolean>;
}

/** A document that has been read. */
export interface Page extends Document {
  readonly html: string | Uint8Array;
  readonly about?: About;
  /** What of the options this document decides, unless they are given. */
  readonly options?: Pick<Options, 'baseUrl' | 'encoding'>;
}

/** What an archive or a message says of a document. */
export type About = Readonly<Record<string, string | number | readonly string[]>>;

/** An input that could not be converted; or something else to be told of one. */
export interface Failure {
  readonly path: string;
  /** That of a `ConvertError`, of the system, or of this command. */
  readonly code: string;
  readonly message: string;
  /** Whether nothing has failed, and someone should know of it even so. */
  readonly remark?: boolean;
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
