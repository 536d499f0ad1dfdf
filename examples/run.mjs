// Runs the tests of the examples: all of them, or those that are named. What an example needs beside tidemark is installed by its lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../test/integrations/installed.mjs';

const named = process.argv.slice(2);
const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (named.length === 0 || named.includes(entry.name)))
  .map(({ name }) => join(import.meta.dirname, name));

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  return status === 0;
}

for (const folder of folders) {
  if (existsSync(join(folder, 'package.json'))) {
    if (!run('npm', ['ci', '--no-audit', '--no-fund'], folder)) continue;
    install(folder);
  }
  run(process.execPath, ['--test'], folder);
}
