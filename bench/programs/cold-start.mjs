// A process of its own, not a program that a contender runs: what is measured is the loading.
//   node cold-start.mjs [DRIVER METHOD ROOT]
// writes the milliseconds from before the import to the first Markdown, or null if the driver has no such method.
import { families } from '../lib/families.mjs';
import { load } from '../lib/paths.mjs';
import '../lib/package.mjs';

const [driver, method, root] = process.argv.slice(2);
const html = families.article.html(2000);

const started = performance.now();
if (driver === undefined) tell(0);
else {
  const { open } = await load('drivers', driver);
  const converter = await open({ root });
  if (converter[method] === undefined) tell(null);
  else if ((await converter[method](html)) !== '') tell(performance.now() - started);
  await converter.close?.();
}

function tell(milliseconds) {
  process.stdout.write(JSON.stringify(milliseconds));
}
