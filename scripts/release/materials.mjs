// What is linked into a binary beside the code of this repository: Go's standard library, and modules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, goEnvFor, Missing, version } from '../lib/go-env.mjs';
import { platforms } from '../lib/packages.mjs';

/** Returns the modules that a package of the table, or 'wasm', has in it: path, version, and where their files are. */
function modulesOf(name) {
  const { goos, goarch } = platforms[name] ?? { goos: 'wasip1', goarch: 'wasm' };
  const command = name === 'wasm' ? './wasm' : './addon';
  const format = '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}';
  const cgo = name === 'wasm' ? '0' : '1';
  const list = capture(
    'go',
    ['list', '-deps', '-tags', 'async_runtime', '-f', format, command],
    goEnvFor(goos, goarch, cgo),
  );
  if (list.status !== 0) throw new Missing(list.stderr);
  const lines = [...new Set(list.stdout.split('\n').filter((line) => line !== ''))].sort();
  return lines.map((line) => {
    const [path, version, ...folder] = line.split(' ');
    return { path, version, folder: folder.join(' ') };
  });
}

function go() {
  const { GOROOT, GOVERSION } = JSON.parse(capture('go', ['env', '-json', 'GOROOT', 'GOVERSION']).stdout);
  return { path: 'std', version: GOVERSION.replace(/^go/, ''), folder: GOROOT };
}

function licenceOf({ path, folder }) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(name));
  if (file === undefined) throw new Missing(`${path} has no licence in ${folder}.`);
  return readFileSync(join(folder, file), 'utf8').trim();
}

const nameOf = ({ path, version }) =>
  path === 'std' ? `The Go programming language ${version}` : `${path} ${version}`;

/** The licences of all that is linked in, as text. */
export function licences(name) {
  const parts = [go(), ...modulesOf(name)].map((module) => `${nameOf(module)}\n\n${licenceOf(module)}\n`);
  return `What is in this package beside tidemark itself:\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** The bill of materials in the form of CycloneDX: https://cyclonedx.org/docs/1.5/json/ */
export function billOfMaterials(name) {
  const purl = ({ path, version }) => `pkg:golang/${path}@${version}`;
  const components = [go(), ...modulesOf(name)].map((module) => ({
    type: 'library',
    name: module.path,
    version: module.version,
    purl: purl(module),
  }));
  const own = { type: 'library', name: `@tidemark/${name}`, version, purl: `pkg:npm/%40tidemark/${name}@${version}` };
  return `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component: own }, components }, null, 2)}\n`;
}
