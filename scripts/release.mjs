// Prepares a release, and publishes what has been prepared. docs/releasing.md tells the whole way.
//
//   node scripts/release.mjs version 1.2.3   the version in all that states it, and the changelog's heading
//   node scripts/release.mjs check           all of that is in step
//   node scripts/release.mjs stage           build/packages, with the licences and the bill of materials of each; build/archives
//   node scripts/release.mjs publish         the archives, with provenance; --dry-run says what it would publish
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { capture, Missing, root, version } from './lib/go-env.mjs';
import { folder, pack, platforms, stage } from './lib/packages.mjs';
import { billOfMaterials, licences } from './release/materials.mjs';

const archives = join(root, 'build', 'archives');

// What states the version, and how.
const places = [
  { file: 'package.json', states: /^( {2}"version": ")([^"]+)(",)$/m },
  { file: 'package-lock.json', states: /^( {2}"version": ")([^"]+)(",)$/m },
  { file: 'package-lock.json', states: /^( {4}"": \{\n {6}"name": "tidemark",\n {6}"version": ")([^"]+)(",)$/m },
  { file: 'packages/wasm/package.json', states: /^( {2}"version": ")([^"]+)(",)$/m },
  { file: 'js/version.ts', states: /^(export const version = ')([^']+)(';)$/m },
];

const read = (file) => readFileSync(join(root, file), 'utf8');

function setVersion(next) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(next ?? ''))
    throw new Missing(`Expected a version such as 1.2.3 but received ${next}.`);
  for (const { file, states } of places) {
    const text = read(file);
    if (!states.test(text)) throw new Missing(`${file} states no version.`);
    writeFileSync(join(root, file), text.replace(states, `$1${next}$3`));
  }
  const changes = read('CHANGELOG.md');
  if (!changes.includes(`\n## ${next}`)) {
    const today = new Date().toISOString().slice(0, 10);
    writeFileSync(
      join(root, 'CHANGELOG.md'),
      changes.replace('\n## Unreleased\n', `\n## Unreleased\n\n## ${next} - ${today}\n`),
    );
  }
}

/** Throws unless everything states the same version. */
function check() {
  for (const { file, states } of places) {
    const [, , found] = states.exec(read(file)) ?? [];
    if (found !== version) throw new Missing(`${file} states ${found}, and package.json ${version}.`);
  }
}

function stageAll() {
  check();
  rmSync(archives, { recursive: true, force: true });
  mkdirSync(archives, { recursive: true });
  for (const name of stage(Object.keys(platforms))) {
    const linked = name === 'tidemark' ? undefined : name;
    if (linked !== undefined) {
      writeFileSync(join(folder, name, 'THIRD-PARTY-LICENSES.txt'), licences(linked));
      writeFileSync(join(folder, name, 'sbom.cdx.json'), billOfMaterials(linked));
    }
    console.log(pack(name, archives));
  }
}

function publish(isDry) {
  check();
  if (!read('CHANGELOG.md').includes(`\n## ${version} - `))
    throw new Missing(`CHANGELOG.md has nothing of ${version}.`);
  // What depends on others comes last, so that nobody installs it without them.
  const names = [...Object.keys(platforms).map((name) => `tidemark-${name}`), 'tidemark-wasm', 'tidemark'];
  for (const name of names) {
    const file = join(archives, `${name}-${version}.tgz`);
    const args = ['publish', file, '--access', 'public', isDry ? '--dry-run' : '--provenance'];
    const { status, stdout, stderr } = capture('npm', args);
    if (status !== 0) throw new Missing(`${name} was not published:\n${stderr}`);
    console.log(stdout.trim());
  }
}

const commands = {
  version: ([next]) => setVersion(next),
  check,
  stage: stageAll,
  publish: (_, { 'dry-run': isDry }) => publish(isDry),
};

try {
  const { positionals, values } = parseArgs({ options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true });
  const [name, ...rest] = positionals;
  const command = commands[name];
  if (command === undefined) throw new Missing(`Name what to do: ${Object.keys(commands).join(', ')}.`);
  command(rest, values);
} catch (error) {
  if (!(error instanceof Missing) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(`tidemark: ${error.message}`);
  process.exitCode = 1;
}
