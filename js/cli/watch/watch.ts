import { once } from 'node:events';
import { resolve } from 'node:path';
import { watch as watchPaths } from 'chokidar';
import type { Document, Failure } from '../input/document.js';
import { inputs } from '../input/inputs.js';
import type { Operand } from '../input/operand.js';

/** Yields the documents of operands, and then those that are changed or added, until the signal is aborted. */
export async function watch(
  operands: readonly Operand[],
  except: string | undefined,
  signal: AbortSignal,
): Promise<AsyncIterable<Document | Failure>> {
  const leftOut = except === undefined ? undefined : resolve(except);
  const watcher = watchPaths(
    operands.map(({ place }) => place),
    {
      ignoreInitial: true,
      ignored: (path) => resolve(path) === leftOut,
      awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 }, // ms; what is half written is no document
    },
  );
  const changed = new Map<string, Document>(); // each once, however often it has been changed
  let wake = () => {};
  const note = (path: string) => {
    const kept = operands.map(({ keptOf }) => keptOf(resolve(path))).find((name) => name !== undefined);
    if (kept !== undefined) changed.set(path, { path, kept, changed: true });
    wake();
  };
  watcher.on('add', note).on('change', note);
  signal.addEventListener('abort', () => watcher.close());
  await once(watcher, 'ready');

  async function* all() {
    yield* inputs(operands);
    for (;;) {
      for (const [path, document] of changed) {
        changed.delete(path);
        yield document;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return all();
}
