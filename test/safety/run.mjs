// Converts documents at random and has readers render the Markdown: nothing may come out that the document does not show.
//   node test/safety/run.mjs --documents 1000 --seed 1 --workers 2
// The document with number n has the seed of the first one plus n. Prints the counts, and as JSON what is wrong.
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { convertSync } from 'tidemark';
import { documentOf } from './document.mjs';
import { judge, withoutFrontMatter } from './judge.mjs';
import { buildCmarkGfm, readers } from './readers.mjs';

const batch = 1000;
const atMost = 20; // failures that are shown

/** Tries the documents of some seeds with the readers of these names, and gives what is wrong. */
function attempt(first, count, names) {
  const documents = Array.from({ length: count }, (_, i) => documentOf((first + i) >>> 0));
  for (const document of documents) document.markdown = convertSync(document.html, document.options);
  const begun = documents.map(({ markdown, options }) => withoutFrontMatter(markdown, options));
  const bodies = begun.map(({ body }) => body);
  const rendered = names.map((name) => [name, readers[name](bodies)]);
  const failures = [];
  documents.forEach((document, i) => {
    const outputs = Object.fromEntries(rendered.map(([name, outputsOf]) => [name, outputsOf[i]]));
    const wrong = judge(document, outputs);
    if (begun[i].wrong) for (const name of names) wrong[name] = [...(wrong[name] ?? []), begun[i].wrong];
    for (const [reader, complaints] of Object.entries(wrong)) {
      failures.push({ ...document, reader, complaints, rendered: outputs[reader] });
    }
  });
  return failures;
}

function main() {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 1e9) },
      workers: { type: 'string', default: '2' },
    },
  });
  const [total, seed, workers] = [values.documents, values.seed, values.workers].map(Number);
  console.log(`seed ${seed}, ${total} documents`);
  const names = Object.keys(readers).filter((name) => name !== 'cmark-gfm' || buildCmarkGfm());
  const failed = Object.fromEntries(names.map((name) => [name, 0]));
  let [next, done, shown] = [0, 0, 0];
  function give(worker) {
    const count = Math.min(batch, total - next);
    worker.postMessage(count > 0 ? [seed + next, count, names] : undefined);
    next += count;
  }
  for (let i = 0; i < workers; i++) {
    const worker = new Worker(new URL(import.meta.url));
    worker.on('message', ({ count, failures }) => {
      done += count;
      for (const failure of failures) {
        failed[failure.reader]++;
        if (shown++ < atMost) console.log(JSON.stringify(failure, undefined, 1));
      }
      give(worker);
    });
    give(worker);
  }
  process.on('exit', () => {
    for (const name of names) console.log(`${name}: ${done} documents, ${failed[name]} not safe`);
    if (done !== total || names.some((name) => failed[name] > 0)) process.exitCode = 1;
  });
}

if (isMainThread) main();
else {
  parentPort.on('message', (task) => {
    if (task) parentPort.postMessage({ count: task[1], failures: attempt(...task) });
    else parentPort.close();
  });
}
