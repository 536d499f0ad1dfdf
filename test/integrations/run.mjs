// Runs the tests of each folder here against the packages that it names: npm run test:integrations [-- NAME...]
//
// They are installed by the folder's lock file, with tidemark beside them as it would be installed. The examples of docs/NAME.md, if there is
// one, are run there too, and types.mts is compiled.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/go-env.mjs';
import { writeExamples } from './examples.mjs';

const here = import.meta.dirname;
const hasPackage = (name) => existsSync(join(here, name, 'package.json'));

function run(command, args, cwd) {
  const env = { ...process.env, TIDEMARK_BINARY_PATH: join(root, 'build', 'tidemark.node') };
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: 'inherit', timeout: 600_000 });
  if (error) throw error;
  return status === 0;
}

/** Installs what a folder names, unless that has been done since its lock file changed. */
function install(folder) {
  const [lock, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) => join(folder, file));
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder)) return false;
  }
  const place = join(folder, 'node_modules', 'tidemark');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  for (const name of ['package.json', 'dist']) cpSync(join(root, name), join(place, name), { recursive: true });
  return true;
}

function test(name) {
  const folder = join(here, name);
  if (!install(folder)) return false;
  if (existsSync(join(folder, 'types.mts')) && !run(join(root, 'node_modules', '.bin', 'tsc'), compiling, folder))
    return false;
  const examples = writeExamples(join(root, 'docs', `${name}.md`), join(folder, 'node_modules', '.examples'));
  const tests = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));
  return run(process.execPath, ['--test', ...tests, ...examples], folder);
}

// The types of others are theirs.
const compiling = [
  ...'--ignoreConfig --noEmit --strict --skipLibCheck --module node20 --target es2022 --types node'.split(' '),
  ...['--typeRoots', join(root, 'node_modules', '@types'), 'types.mts'],
];

const asked = process.argv.slice(2);
const names = readdirSync(here).filter((name) => hasPackage(name) && (asked.length === 0 || asked.includes(name)));
const failed = names.filter((name) => !test(name));
console.log(`Integrations: ${names.length - failed.length} passed, ${failed.length} failed ${failed.join(' ')}`);
if (failed.length > 0 || names.length === 0) process.exitCode = 1;
