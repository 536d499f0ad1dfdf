// Converts every family of documents in containers of several sizes, and says whether each process lived and what it took: see
// CONTRIBUTING.md. Its parts are in limits/.
import { readArguments } from './limits/arguments.mjs';
import { run } from './limits/run.mjs';

const options = readArguments(process.argv.slice(2));
if (options !== undefined) process.exitCode = await run(options);
