// A thread of programs/many-streams.mjs: many streams at once, of which every other is aborted half-way.
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { load } from '../drivers/tidemark.mjs';

const { root, html, streams } = workerData;
const { AsyncConverter, convert } = load(root);
const chunks = html.match(/.{1,4096}/gs);
const wanted = await convert(html);
const converter = new AsyncConverter();

let open = 0;
let letGo;
const allOpen = new Promise((resolve) => {
  letGo = resolve;
});

async function* source(controller) {
  for (const [i, chunk] of chunks.entries()) {
    yield chunk;
    if (i === 0 && ++open === streams) letGo();
    await allOpen;
    await setImmediate();
    if (i === chunks.length >> 1) controller?.abort();
  }
}

async function run(_, place) {
  const controller = place % 2 === 0 ? undefined : new AbortController();
  let markdown = '';
  try {
    for await (const part of converter.convertStream(source(controller), { signal: controller?.signal }))
      markdown += part;
  } catch (error) {
    if (error.name === 'AbortError') return 'aborted';
    throw error;
  }
  return markdown === wanted ? 'whole' : 'wrong';
}

const outcomes = await Promise.all(Array.from({ length: streams }, run));
const count = (wanted) => outcomes.filter((outcome) => outcome === wanted).length;
parentPort.postMessage({ whole: count('whole'), aborted: count('aborted'), wrong: count('wrong') });
