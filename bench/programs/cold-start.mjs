// A process of its own, not a program that a contender runs: what is measured is the loading.
//   node cold-start.mjs [DRIVER METHOD ROOT]
// writes the milliseconds from before the import to the first Markdown, or, for the method `load`, to the package's being there, and what the
// process has taken then of processors and memory; null if the driver has no such method.
import { families } from '../lib/families.mjs';
import { load } from '../lib/paths.mjs';
import '../lib/package.mjs';

const [driver, method, root] = process.argv.slice(2);
const html = families.article.html(2000);

const started = performance.now();
let answer = null;
if (driver === undefined) answer = 0;
else {
  const { open } = await load('drivers', driver);
  const converter = await open({ root });
  if (method === 'load' || (converter[method] !== undefined && (await converter[method](html)).length > 0)) {
    answer = performance.now() - started;
  }
  await converter.close?.();
}

const { user, system } = process.cpuUsage();
const taken = { cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(JSON.stringify(answer === null ? null : { first: answer, ...taken }));
