import { AsyncConverter, ConvertError } from '../index.js';
import { failure, isFailure } from './input/document.js';
import { inputs } from './input/inputs.js';
import { jobs, type Plan, planned } from './input/jobs.js';
import { flags } from './options/flag.js';
import type { Settings } from './options/settings.js';
import { destinationOf } from './output/destination.js';
import { outcomesOf, written } from './output/result.js';
import { standardOutput } from './output/sink.js';
import { Writes } from './output/writes.js';
import { tellFailures } from './progress/failures.js';
import { progressOf } from './progress/progress.js';
import { Tally } from './progress/tally.js';
import { UsageError } from './usage-error.js';

const usualMost = 64 * 1024 * 1024; // the default of maxInputBytes

/**
 * Converts what the operands name, and goes on after what cannot be. Returns whether all of it was converted. When the signal is aborted it ends
 * with what is done by then.
 */
export async function run(settings: Settings, signal: AbortSignal): Promise<boolean> {
  const { own, engine, operands } = settings;
  const { format, timeout, concurrency } = own;
  const converter = converterOf(engine);
  const { sink, folder, nameOf, isDone, complete } = await destinationOf(settings);
  const plan: Plan = { operands, format, folder, isDone };
  const tally = new Tally();
  if (own.dryRun) return tell(plan, nameOf, tally);

  const progress = progressOf(own, folder !== undefined || format === 'jsonl', tally);
  if (progress.counts) count(plan, tally, signal).catch(() => undefined); // then it stays unknown
  const writes = new Writes(sink);
  const converting: { path: string; target: string; bytes: number }[] = []; // in their order

  async function* documents(): AsyncGenerator<Uint8Array> {
    for await (const job of jobs(plan, engine.maxInputBytes ?? usualMost)) {
      if (isFailure(job)) tally.fail(job);
      else if (!('html' in job)) tally.skipped++;
      else {
        converting.push({ path: job.path, target: job.target, bytes: job.html.length });
        yield job.html;
      }
    }
  }

  try {
    for await (const outcome of outcomesOf(converter, format, documents(), { signal, timeout, concurrency })) {
      const { path, target, bytes } = converting.shift() as (typeof converting)[number];
      if (outcome.status === 'rejected') tally.fail(failure(path, outcome.reason));
      else {
        await writes.begin(target, written(outcome.value, format, path), (error) => {
          if (error === undefined) tally.add(bytes);
          else tally.fail(failure(path, error));
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

function converterOf(engine: Settings['engine']): AsyncConverter {
  try {
    return new AsyncConverter(engine);
  } catch (error) {
    if (error instanceof ConvertError) throw new UsageError(withFlags(error.message));
    throw error;
  }
}

/** A message of the engine, in which options are called as the command line calls them. */
function withFlags(message: string): string {
  return message.replaceAll(/\boptions\.([\w.]+)/g, (name, path) => {
    const flag = flags.find((known) => known.engine && known.path.join('.') === path);
    return flag === undefined ? name : `--${flag.flag}`;
  });
}

/** Says what would be written where. */
async function tell(plan: Plan, nameOf: (target: string) => string, tally: Tally): Promise<boolean> {
  const { write } = standardOutput();
  for await (const document of planned(plan)) {
    if (isFailure(document)) tally.fail(document);
    else if (!document.skipped) await write(document.target, `${document.path} -> ${nameOf(document.target)}\n`);
  }
  tellFailures(tally);
  return tally.failed === 0;
}

// Beside the run: a walk that reads no file is soon at its end.
async function count({ operands, folder }: Plan, tally: Tally, signal: AbortSignal): Promise<void> {
  let total = 0;
  for await (const _ of inputs(operands, folder)) {
    if (signal.aborted) return;
    total++;
  }
  tally.total = total;
}
