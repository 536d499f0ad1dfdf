// The command of the benchmarks. See README.md.
import { install } from './lib/install.mjs';
import { Problem } from './lib/problem.mjs';

try {
  await install();
  // What follows may use what was installed.
  const { main } = await import('./lib/main.mjs');
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}
