// From arguments to a report.

import { readArguments } from './arguments.mjs';
import { available, loadMeasures } from './available.mjs';
import { buildAgainst, buildHere } from './build.mjs';
import { checkDrivers } from './check.mjs';
import { describeMachine } from './machine.mjs';
import { measureAll } from './measure.mjs';
import { readPages } from './pages.mjs';
import { publish } from './publish.mjs';

export async function main(argv) {
  const options = readArguments(argv, available.measures);
  if (options === undefined) return;
  const started = performance.now();
  const pages = readPages(options.pages);
  const measures = await loadMeasures(options.only);

  buildHere({ wasm: measures.some(({ name }) => name === 'wasm') });
  const candidates = options.against === undefined ? await available.drivers() : buildAgainst(options.against);
  const drivers = await checkDrivers(candidates, measures, options.quick ? shortest(pages.headline) : pages.headline);
  const machine = describeMachine();
  const results = await measureAll(measures, { drivers, pages, quick: options.quick });

  const minutes = (performance.now() - started) / 60_000;
  await publish({ options, machine, drivers, pages, minutes, results }, measures);
  if (Object.values(results).some(({ failed }) => failed)) process.exitCode = 1;
}

// Some converters take seconds for a long one.
function shortest(pages) {
  return [...pages].sort((a, b) => a.bytes - b.bytes).slice(0, 2);
}
