// Mixes everything that users do, in several threads that come and go, for as long as asked, and says whether it held: see
// CONTRIBUTING.md. Its parts are in soak/, one file for each kind of work in soak/work/.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readArguments } from './soak/arguments.mjs';
import { run } from './soak/run.mjs';

// glibc keeps freed memory in up to eight arenas for each processor: hundreds of megabytes, in which a leak would hide.
const { MALLOC_ARENA_MAX: arenas } = process.env;

const options = readArguments(process.argv.slice(2));
if (options !== undefined && arenas === undefined) {
  process.exitCode = again({ MALLOC_ARENA_MAX: '1' });
} else if (options !== undefined) {
  const faults = await run(options);
  for (const fault of faults) console.error(`FAILED  ${fault}`);
  console.log(`soak: ${faults.length === 0 ? 'all held' : `${faults.length} faults`}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function again(env) {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}
