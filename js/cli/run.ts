import { stats } from '../index.js';
import { converting } from './convert.js';
import { ahead, type Begun } from './input/ahead.js';
import { type Document, type Failure, failure, isFailure } from './input/document.js';
import { inputs } from './input/inputs.js';
import { type Job, jobs, type Plan, type Planned, planned } from './input/jobs.js';
import { archives, type Operand, operandsOf } from './input/operand.js';
import { Links } from './links/links.js';
import { isStream, type Settings } from './options/settings.js';
import { destinationOf } from './output/destination.js';
import { written } from './output/result.js';
import type { Written } from './output/sink.js';
import { standardOutput } from './output/stream.js';
import { Writes } from './output/writes.js';
import { tellFailure, tellFailures } from './progress/failures.js';
import { progressOf } from './progress/progress.js';
import { Tally } from './progress/tally.js';

const usualMost = 64 * 1024 * 1024; // the default of maxInputBytes
const perWorker = 8; // documents at a time, so that workers do not wait for the reader
const mostAhead = 64 * 1024 * 1024; // bytes of documents that are being converted, or wait to be written

/** What has become of a document. */
interface Converted {
  readonly job: Job;
  readonly result: Written;
}

/**
 * Converts what the operands name, and goes on after what cannot be. Returns whether all of it was converted. When the signal is aborted it ends
 * with what is done by then.
 */
export async function run(settings: Settings, signal: AbortSignal): Promise<boolean> {
  const { own, engine } = settings;
  const { format } = own;
  const convert = converting(settings);
  const { sink, folder, nameOf, isDone, complete } = await destinationOf(settings);
  const operands = await operandsOf(settings.operands, folder);
  const documents = own.watch && !own.dryRun ? await watched(operands, folder, signal) : inputs(operands);
  const plan: Plan = { documents, format, folder, isDone, pictures: engine.dataImages === 'keep' };
  if (own.dryRun) return tell(plan, nameOf, new Tally());

  const tally = new Tally(own.watch ? tellFailure : undefined);
  const progress = progressOf(own, folder !== undefined || isStream(format), tally);
  if (progress.counts && !own.watch) count(operands, tally, signal).catch(() => undefined); // then it stays unknown
  const links = own.links === 'md' ? new Links(operands, format) : undefined;
  const writes = new Writes(sink);

  const begin = (job: Planned | Job | Failure): Begun<Converted | Planned | Failure> =>
    'html' in job ? { outcome: converted(job), size: job.html.length } : { outcome: Promise.resolve(job), size: 0 };
  const converted = async (job: Job): Promise<Converted | Failure> => {
    try {
      const page = links === undefined ? job : { ...job, html: await links.rewritten(job) };
      return { job, result: written(await convert(page), format, page, engine.frontmatter !== false) };
    } catch (error) {
      return failure(job.path, error);
    }
  };

  const room = { count: own.concurrency ?? perWorker * Math.max(1, stats().workers), size: mostAhead };
  try {
    for await (const outcome of ahead(jobs(plan, engine.maxInputBytes ?? usualMost, signal), room, begin, signal)) {
      if (isFailure(outcome)) tally.fail(outcome);
      else if (!('result' in outcome)) tally.skipped++;
      else {
        const { job, result } = outcome;
        await writes.begin(job.target, result, (error) => {
          if (error === undefined) tally.add(job.html.length);
          else tally.fail(failure(job.path, error));
        });
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await writes.end();
    progress.end();
  }
  if (!signal.aborted) await complete();
  return tally.failed === 0;
}

async function watched(
  operands: readonly Operand[],
  folder: string | undefined,
  signal: AbortSignal,
): Promise<AsyncIterable<Document | Failure>> {
  const { watch } = await import('./watch/watch.js');
  return watch(operands, folder, signal);
}

/** Says what would be written where. */
async function tell(plan: Plan, nameOf: (target: string) => string, tally: Tally): Promise<boolean> {
  const { write } = standardOutput();
  for await (const document of planned(plan)) {
    if (isFailure(document)) tally.fail(document);
    else if (!document.skipped) await write(`${document.path} -> ${nameOf(targetIn(document))}\n`);
  }
  tellFailures(tally);
  return tally.failed === 0;
}

/** Where the result goes, or the results of what is in an archive, as far as its name tells. */
function targetIn({ path, kept, target, alone }: Planned): string {
  if (!archives.test(path)) return target;
  return alone ? '' : `${kept}/`;
}

// Beside the run: a walk that reads no file is soon at its end. How many documents there are in an archive is not known before it has been read.
async function count(operands: readonly Operand[], tally: Tally, signal: AbortSignal): Promise<void> {
  let total = 0;
  for await (const { path } of inputs(operands)) {
    if (signal.aborted || archives.test(path)) return;
    total++;
  }
  tally.total = total;
}
