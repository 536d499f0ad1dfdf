// The packages that are published, each a folder in build/packages: all of them are made from this checkout, whose own package.json is
// for those who build.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, Missing, root, version } from './go-env.mjs';

export const folder = join(root, 'build', 'packages');

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

/** The table of platforms: names, and what packages and compilers call them. */
export const platforms = readJson('scripts', 'platforms.json');

/** Where the addon of a platform is built. */
export const addonOf = (name) => join(root, 'build', 'platforms', name, 'tidemark.node');

const { license, engines, repository, homepage, bugs } = readJson('package.json');
const shared = { version, license, repository, homepage, bugs };

/** The manifest of the package of a platform. Nothing but the file runs there: it has no scripts, and no dependencies. */
export function platformManifest(name) {
  const { os, cpu, libc } = platforms[name];
  return {
    name: `@tidemark/${name}`,
    ...shared,
    description: `The native addon of tidemark for ${name}`,
    type: 'commonjs',
    main: './index.js',
    files: ['index.js', 'tidemark.node', 'THIRD-PARTY-LICENSES.txt', 'sbom.cdx.json'],
    os: [os],
    cpu: [cpu],
    ...(libc && { libc: [libc] }),
    engines,
    preferUnplugged: true, // Yarn keeps others within archives, from which nothing can be loaded
  };
}

/** The manifest of the package itself: nothing is built where it is installed. */
export function mainManifest() {
  const { scripts, devDependencies, dependencies, files, ...kept } = readJson('package.json');
  return {
    ...kept,
    // Of what the compiler makes, the bundles have the JavaScript: the rest is types.
    files: ['dist', '!dist/**/*.js', 'dist/node/*.js', 'docs', 'CHANGELOG.md'],
    dependencies: { '@tidemark/wasm': version },
    optionalDependencies: Object.fromEntries(Object.keys(platforms).map((name) => [`@tidemark/${name}`, version])),
  };
}

const wasmManifest = () => ({ ...readJson('packages', 'wasm', 'package.json'), ...shared });

function begin(name, manifest) {
  const place = join(folder, name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(join(root, 'LICENSE'), join(place, 'LICENSE'));
  return place;
}

function stagePlatform(name) {
  const addon = addonOf(name);
  if (!existsSync(addon)) throw new Missing(`${addon} is missing: run \`npm run build:platform -- ${name}\`.`);
  const place = begin(name, platformManifest(name));
  cpSync(join(root, 'packages', 'addon', 'index.js'), join(place, 'index.js'));
  cpSync(addon, join(place, 'tidemark.node'));
}

function stageWasm() {
  const built = join(root, 'build', 'wasm');
  if (!existsSync(built)) throw new Missing(`${built} is missing: run \`npm run build:wasm\`.`);
  cpSync(built, begin('wasm', {}), { recursive: true });
  writeFileSync(join(folder, 'wasm', 'package.json'), `${JSON.stringify(wasmManifest(), null, 2)}\n`);
}

function stageMain() {
  const place = begin('tidemark', mainManifest());
  for (const name of ['dist', 'docs', 'CHANGELOG.md', 'README.md']) {
    cpSync(join(root, name), join(place, name), { recursive: true });
  }
  rmSync(join(place, 'docs', 'plots'), { recursive: true, force: true });
}

/** Makes the folders of the packages, and returns their names: those of the platforms first, so that what needs another comes after it. */
export function stage(names) {
  for (const name of names) stagePlatform(name);
  stageWasm();
  stageMain();
  return [...names, 'wasm', 'tidemark'];
}

/** Packs a folder of a package, and returns the path of the archive. */
export function pack(name, destination) {
  const packed = capture('npm', [
    'pack',
    join(folder, name),
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    destination,
  ]);
  if (packed.status !== 0) throw new Missing(packed.stderr);
  const report = JSON.parse(packed.stdout);
  const [{ filename }] = Array.isArray(report) ? report : Object.values(report);
  return join(destination, filename);
}
