import { Budget } from './budget.js';
import { checkJob } from './check-job.js';
import { Conversion } from './conversion.js';
import { type Document, Documents } from './documents.js';
import type { JobData } from './job-data.js';
import { JobError, jobErrorOf } from './job-error.js';
import { type ProcessorOptions, settled } from './options.js';
import type { Counts, JobResult, ProcessedJob } from './outcome.js';
import { resultNameOf } from './result-name.js';
import { Results } from './results.js';
import { Suspects } from './suspects.js';
import { convertWarc } from './warc.js';

/** What a `Worker` of BullMQ takes as its processor. */
export interface ConvertProcessor {
  (job: ProcessedJob, token?: string, signal?: AbortSignal): Promise<JobResult>;
  /** What it has done since it was made, for metrics. */
  readonly counts: Readonly<Counts>;
}

/**
 * Makes a processor for a `Worker` of BullMQ: it converts what jobs name, and writes each result once. The pool of this process does the work, so that
 * the `concurrency` of the worker may be several for each processor. What another try may not meet, such as a full queue or a timeout, fails with an error
 * that BullMQ tries again, if the job has `attempts`; all else fails at once.
 *
 * @throws ConvertError `ERR_INVALID_OPTION` for options that are wrong
 *
 * @example
 * const worker = new Worker('pages', processor({ out: 'md', files: 'site' }), { connection, concurrency: 16 });
 */
export function processor(options: ProcessorOptions): ConvertProcessor {
  const { out, skipExisting, maxHeldBytes, ...settings } = settled(options);
  const results = new Results(out);
  const budget = new Budget(maxHeldBytes);
  const counts: Counts = {
    documents: 0,
    failed: 0,
    skipped: 0,
    inputBytes: 0,
    outputBytes: 0,
    get heldBytes() {
      return budget.held;
    },
  };
  const conversion = new Conversion(settings);
  const documents = new Documents(settings, budget);
  void results.sweep().catch(() => undefined); // another worker will

  const convert = async (job: ProcessedJob, data: JobData, signal: AbortSignal | undefined): Promise<JobResult> => {
    const name = resultNameOf(data, job.id, 'warc' in data ? '.jsonl' : conversion.ending);
    if (skipExisting && (await results.has(name))) {
      counts.skipped++;
      return { name, documents: 0, failed: 0, bytes: 0 };
    }
    if ('warc' in data)
      return { name, ...(await convertWarc({ job, data, name, conversion, documents, results, counts, signal })) };
    const bytes = await documents.use(data, signal, async (document: Document) => {
      const { bytes } = document;
      const pieces = await conversion.written(document, signal);
      await results.write(name, async (file) => {
        for (const piece of pieces) await file.appendFile(piece);
      });
      for (const { length } of pieces) counts.outputBytes += length;
      return bytes;
    });
    counts.documents++;
    counts.inputBytes += bytes;
    return { name, documents: 1, failed: 0, bytes };
  };

  const attempt = async (job: ProcessedJob, signal: AbortSignal | undefined): Promise<JobResult> => {
    try {
      return await convert(job, checkJob(job.data), signal);
    } catch (error) {
      counts.failed++;
      if (signal?.aborted) throw new JobError('ERR_ABORTED', 'The worker has stopped before the end', true, error);
      throw jobErrorOf(error);
    }
  };
  const suspects = new Suspects();
  // BullMQ has a signal for functions with three parameters.
  const process = (job: ProcessedJob, token?: string, signal?: AbortSignal): Promise<JobResult> =>
    suspects.run(job, token, () => attempt(job, signal));
  return Object.assign(process, { counts });
}
