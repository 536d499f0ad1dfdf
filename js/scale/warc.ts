import type { ConvertError } from '../index.js';
import { type Page, pagesOf, type Unread } from '../warc/records.js';
import type { Conversion } from './conversion.js';
import type { Documents } from './documents.js';
import type { WarcJob } from './job-data.js';
import type { Counts, JobProgress, ProcessedJob } from './outcome.js';
import type { Results } from './results.js';

interface Work {
  readonly job: ProcessedJob;
  readonly data: WarcJob;
  readonly name: string;
  readonly conversion: Conversion;
  readonly documents: Documents;
  readonly results: Results;
  readonly counts: Counts;
  readonly signal: AbortSignal | undefined;
}

const atATime = 16; // pages of one WARC
const interval = 1000; // ms

// Why all of the job is tried again, where other failures are those of a page.
const passing: readonly unknown[] = ['ERR_QUEUE_FULL', 'ERR_CLOSED'];

/** Converts the pages of a WARC, and writes a line of JSON for each, in their order. A page that cannot be converted has a line with its error. */
export async function convertWarc({
  job,
  data,
  name,
  conversion,
  documents,
  results,
  counts,
  signal,
}: Work): Promise<JobProgress> {
  const progress = { documents: 0, failed: 0, bytes: 0 };
  const begun: Promise<object>[] = [];
  let told = Date.now();

  const lineOf = async (page: Page): Promise<object> => {
    const { url, date, digest, truncated, charset, html } = page;
    const about = { url, date, digest, truncated };
    try {
      const extraction = await conversion.lineOf(
        { html, bytes: html.length, source: url, baseUrl: url, charset },
        signal,
      );
      counts.documents++;
      progress.documents++;
      return { ...about, ...extraction };
    } catch (error) {
      if (signal?.aborted || passing.includes((error as ConvertError).code)) throw error;
      return failed(about, error as ConvertError);
    }
  };
  const failed = (about: object, { code, message }: { readonly code: string; readonly message: string }): object => {
    counts.failed++;
    progress.failed++;
    return { ...about, error: { code, message } };
  };
  const begin = async (found: Page | Unread): Promise<void> => {
    if (!('html' in found)) {
      begun.push(Promise.resolve(failed({ url: found.url }, found)));
      return;
    }
    const { length } = found.html;
    // It is given back when the page is converted, not when its line is written: who waits here keeps lines from being written.
    const share = await documents.budget.take(length, signal);
    progress.bytes += length;
    counts.inputBytes += length;
    const line = lineOf(found).finally(() => share.release());
    line.catch(() => undefined); // it is told of in its turn
    begun.push(line);
  };

  const source = await documents.warc(data, signal);
  await results.write(name, async (file) => {
    const writeNext = async () => {
      const line = `${JSON.stringify(await begun.shift())}\n`;
      await file.appendFile(line); // all of it: write() may write less where a disk is full
      counts.outputBytes += Buffer.byteLength(line);
    };
    for await (const found of pagesOf(source, documents.most)) {
      signal?.throwIfAborted();
      await begin(found);
      if (begun.length >= atATime) await writeNext();
      if (Date.now() - told < interval) continue;
      told = Date.now();
      job.updateProgress({ ...progress }).catch(() => undefined); // the next one will tell
    }
    while (begun.length > 0) await writeNext();
  });
  return progress;
}
