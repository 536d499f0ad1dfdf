/**
 * What a job says: one document, or part of a WARC, and what its result is called.
 *
 * @example
 * await queue.add('convert', { file: 'site/index.html' }, { jobId: jobId({ file: 'site/index.html' }) });
 */
export type JobData = FileJob | WarcJob | HtmlJob | UrlJob;

interface Named {
  /**
   * The path of the result below the folder for results, without an ending: names between `/`, none of them `..`.
   *
   * @default that of the file, host and path of the address, or the id of the job
   */
  readonly name?: string | undefined;
}

/** A document in a file. */
export interface FileJob extends Named {
  /** Its path, from the folder on that the worker reads files of. Compressed files are known by their content. */
  readonly file: string;
  /** The address that its relative links are of. */
  readonly baseUrl?: string | undefined;
}

/** The pages of a WARC, or of a part of it. The result is a line of JSON for each. */
export interface WarcJob extends Named {
  /** Its path, as that of `file`, or its address. */
  readonly warc: string;
  /** Where the first record begins, in bytes. */
  readonly offset?: number | undefined;
  /** How many bytes of records there are from there on. */
  readonly length?: number | undefined;
}

/** A document that lies in the job itself. */
export interface HtmlJob extends Named {
  readonly html: string;
  readonly baseUrl?: string | undefined;
}

/** A page of the web. */
export interface UrlJob extends Named {
  readonly url: string;
}
