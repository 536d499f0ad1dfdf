/** What has become of a job, which the queue keeps. */
export interface JobResult {
  /** The path of the result below the folder for results. */
  readonly name: string;
  /** Documents in it, and those that could not be converted, which only a WARC may have. */
  readonly documents: number;
  readonly failed: number;
  /** Bytes of the documents. */
  readonly bytes: number;
}

/** How far a job is that has several documents: it is told each second. */
export type JobProgress = Pick<JobResult, 'documents' | 'failed' | 'bytes'>;

/** What a processor has done and holds. */
export interface Counts {
  /** Documents that have been converted, and that could not be. */
  documents: number;
  failed: number;
  /** Jobs whose result was there. */
  skipped: number;
  inputBytes: number;
  outputBytes: number;
  /** Bytes of documents that are held now. */
  readonly heldBytes: number;
}

/** What is asked of a job of BullMQ. */
export interface ProcessedJob {
  readonly id?: string | undefined;
  readonly data: unknown;
  /** How often a worker has died while it had the job. */
  readonly stalledCounter?: number | undefined;
  updateProgress(progress: object): Promise<void>;
  moveToDelayed?(timestamp: number, token?: string): Promise<void>;
}
