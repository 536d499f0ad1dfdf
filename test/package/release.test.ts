import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Outcome, root, run } from '../support/child';

// A release of a copy of this checkout, in which a few bytes stand for what takes long to build.
const copy = mkdtempSync(join(tmpdir(), 'tidemark-release-'));
const next = '9.8.7';

const release = (...args: string[]): Outcome =>
  run(process.execPath, [join('scripts', 'release.mjs'), ...args], { cwd: copy });
const read = (...path: string[]) => readFileSync(join(copy, ...path), 'utf8');
const platforms = Object.keys(JSON.parse(readFileSync(join(root, 'scripts', 'platforms.json'), 'utf8')));
const names = [...platforms, 'wasm'];
const archives = [...names.map((name) => `tidemark-${name}-${next}.tgz`), `tidemark-${next}.tgz`];
const folders = ['addon', 'core', 'dist', 'docs', 'internal', 'js', 'packages', 'pool', 'scripts', 'wasm'];
const files = ['CHANGELOG.md', 'LICENSE', 'README.md', 'go.mod', 'go.sum', 'package.json', 'package-lock.json'];
const sources = [...folders, ...files];
const good = { status: 0, stdout: '', stderr: '' };

beforeAll(() => {
  for (const name of sources) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const folder of [...platforms.map((name) => join('platforms', name)), 'wasm']) {
    mkdirSync(join(copy, 'build', folder), { recursive: true });
    const file = folder === 'wasm' ? 'tidemark.wasm' : 'tidemark.node';
    writeFileSync(join(copy, 'build', folder, file), 'built');
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('the version is written to all that states it, and to the changelog', () => {
  expect(release('version', next)).toEqual(good);
  expect(release('check')).toEqual(good);
  for (const file of ['package.json', 'package-lock.json', 'packages/wasm/package.json']) {
    expect(JSON.parse(read(file))).toMatchObject({ version: next });
  }
  expect(JSON.parse(read('package-lock.json')).packages['']).toMatchObject({ version: next });
  expect(read('js', 'version.ts')).toContain(`'${next}'`);
  expect(read('CHANGELOG.md')).toMatch(/\n## Unreleased\n\n## 9\.8\.7 - \d{4}-\d\d-\d\d\n/);
  const changelog = read('CHANGELOG.md');
  expect(release('version', next)).toEqual(good); // It may be said twice.
  expect(read('CHANGELOG.md')).toBe(changelog);
});

test('the packages have what is linked into them, by name and with its licence', () => {
  const { status, stderr } = release('stage');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readdirSync(join(copy, 'build', 'archives')).sort()).toEqual([...archives].sort());
  for (const name of names) {
    const bill = JSON.parse(read('build', 'packages', name, 'sbom.cdx.json'));
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { version: next } } });
    const components: { name: string; version: string }[] = bill.components;
    expect(components.map((component) => component.name)).toEqual(
      expect.arrayContaining(['std', 'golang.org/x/text', 'github.com/tdewolff/parse/v2']),
    );
    const licences = read('build', 'packages', name, 'THIRD-PARTY-LICENSES.txt');
    for (const component of components.slice(1)) expect(licences).toContain(`${component.name} ${component.version}`);
    const packed = run('tar', ['-tzf', join(copy, 'build', 'archives', `tidemark-${name}-${next}.tgz`)]).stdout;
    expect(packed.split('\n')).toEqual(
      expect.arrayContaining(['package/LICENSE', 'package/THIRD-PARTY-LICENSES.txt', 'package/sbom.cdx.json']),
    );
  }
});

test('all are published, the package itself last', () => {
  const { status, stdout } = release('publish', '--dry-run');
  expect(status).toBe(0);
  const published = [...stdout.matchAll(/^\+ (\S+)$/gm)].map(([, name]) => name);
  expect(published).toEqual([...names.map((name) => `@tidemark/${name}@${next}`), `tidemark@${next}`]);
});

test('nothing is, if a version is not in step or the changelog says nothing', () => {
  const version = read('js', 'version.ts');
  writeFileSync(join(copy, 'js', 'version.ts'), version.replace(next, '9.8.6'));
  const stderr = `tidemark: js/version.ts states 9.8.6, and package.json ${next}.\n`;
  for (const command of ['check', 'stage', 'publish']) {
    expect(release(command)).toEqual({ status: 1, stdout: '', stderr });
  }
  writeFileSync(join(copy, 'js', 'version.ts'), version);
  writeFileSync(join(copy, 'CHANGELOG.md'), read('CHANGELOG.md').replace(`## ${next}`, '## 9.8.6'));
  expect(release('publish', '--dry-run')).toEqual({
    status: 1,
    stdout: '',
    stderr: `tidemark: CHANGELOG.md has nothing of ${next}.\n`,
  });
});

test.each([
  [['version', '1.2'], 'tidemark: Expected a version such as 1.2.3 but received 1.2.\n'],
  [['version'], 'tidemark: Expected a version such as 1.2.3 but received undefined.\n'],
  [['bump'], 'tidemark: Name what to do: version, check, stage, publish.\n'],
])('%j is refused', (args, stderr) => {
  expect(release(...args)).toEqual({ status: 1, stdout: '', stderr });
});
