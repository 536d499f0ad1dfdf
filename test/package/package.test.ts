import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Outcome, root, run } from '../support/child';

// The package as users get it: packed, installed into a project of its own, built there from source.
const work = mkdtempSync(join(tmpdir(), 'tidemark-package-'));
const tool = (name: string) => join(root, 'node_modules', '.bin', name);

let tarball = '';
let files: string[] = [];

function inProject(command: string, args: string[]): Outcome {
  return run(command, args, { cwd: work, env: { TIDEMARK_BINARY_PATH: '' } });
}

function write(name: string, content: string): void {
  writeFileSync(join(work, name), content);
}

beforeAll(() => {
  const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work]);
  expect(packed.status).toBe(0);
  const report = JSON.parse(packed.stdout);
  const [{ filename, files: list }] = Array.isArray(report) ? report : Object.values(report);
  tarball = join(work, filename);
  files = list.map(({ path }: { path: string }) => path);
  write('package.json', JSON.stringify({ name: 'consumer', private: true }));
  const installed = inProject('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball]);
  expect({ status: installed.status, stderr: installed.stderr.replaceAll(/^npm warn .*\n/gm, '') }).toEqual({
    status: 0,
    stderr: '',
  });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the packed files', () => {
  test('are those that users need, and no others', () => {
    const places = new Set(files.map((file) => (file.includes('/') ? file.slice(0, file.indexOf('/') + 1) : file)));
    const optional = ['CHANGELOG.md', 'LICENSE', 'README.md', 'docs/'];
    expect([...places].filter((place) => !optional.includes(place)).sort()).toEqual([
      'addon/',
      'binding.gyp',
      'core/',
      'dist/',
      'go.mod',
      'go.sum',
      'internal/',
      'package.json',
      'pool/',
      'scripts/',
    ]);
  });

  test('hold all sources of the addon', () => {
    const list = run('go', [
      'list',
      '-deps',
      '-tags',
      'async_runtime',
      '-f',
      '{{if .Module}}{{if .Module.Main}}{{.Dir}}{{end}}{{end}}',
      './addon',
    ]);
    const folders = list.stdout
      .trim()
      .split('\n')
      .map((dir) => dir.slice(root.length + 1));
    expect(folders.length).toBeGreaterThan(3);
    for (const folder of folders) {
      const sources = readdirSync(join(root, folder)).filter(
        (name) => /\.(go|c|h)$/.test(name) && !name.endsWith('_test.go'),
      );
      expect(files).toEqual(expect.arrayContaining(sources.map((name) => `${folder}/${name}`)));
    }
  });

  test('hold no tests, no test data, nothing built but dist', () => {
    expect(files.filter((file) => /_test\.go$|\.test\.|testdata|\.node$|^js\/|\/tool\/|\.map$/.test(file))).toEqual([]);
    expect(files.filter((file) => file.startsWith('scripts/'))).toEqual([
      'scripts/build-addon.mjs',
      'scripts/lib/go-env.mjs',
      'scripts/lib/profile.mjs',
    ]);
  });

  test('publint has nothing to say', () => {
    const { status, stdout } = run(tool('publint'), ['--strict', tarball]);
    expect(stdout).toContain('All good!');
    expect(status).toBe(0);
  });

  test('the types are right for ES modules, CommonJS and bundlers', () => {
    const { status, stdout } = run(tool('attw'), ['--no-emoji', '--profile', 'node16', '--format', 'ascii', tarball]);
    expect(stdout).toContain('node16 (from ESM): OK (ESM)');
    expect(status).toBe(0);
  });
});

describe('the installed package', () => {
  test('was built where it lies', () => {
    expect(existsSync(join(work, 'node_modules', 'tidemark', 'build', 'tidemark.node'))).toBe(true);
    expect(readdirSync(join(work, 'node_modules', 'tidemark', 'build'))).toEqual(['tidemark.node']);
  });

  test('has one dependency', () => {
    const modules = readdirSync(join(work, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(modules.filter((name) => name !== '@types')).toEqual(['node-api-headers', 'tidemark']);
  });

  test('works from an ES module', () => {
    write('app.mjs', `import { convert } from 'tidemark';\nconsole.log(await convert('<h1>Ebb</h1>'));\n`);
    expect(inProject('node', ['app.mjs'])).toEqual({ status: 0, stdout: '# Ebb\n', stderr: '' });
  });

  test('works from CommonJS', () => {
    write('app.cjs', `const { convert } = require('tidemark');\nconvert('<h1>Ebb</h1>').then(console.log);\n`);
    expect(inProject('node', ['app.cjs'])).toEqual({ status: 0, stdout: '# Ebb\n', stderr: '' });
  });

  const consumer = `
    import { AsyncConverter, type Call, ConvertError, type ConvertErrorCode, type Options, convert, pool } from 'tidemark';
    const options: Options = { headingStyle: 'setext', gfm: { tables: false } };
    const call: Call = { signal: AbortSignal.timeout(1000), timeout: 5 };
    const markdown: Promise<string> = convert(new Uint8Array(1), { ...options, ...call });
    const more: Promise<string> = new AsyncConverter(options).convert(new ArrayBuffer(1), call);
    const code: ConvertErrorCode = new ConvertError('ERR_TIMEOUT', '').code;
    const closed: PromiseLike<void> = pool[Symbol.asyncDispose]();
    // @ts-expect-error a value that the option does not take
    convert('', { headingStyle: 'underlined' });
    // @ts-expect-error an option that is not known
    convert('', { headinStyle: 'atx' });
    // @ts-expect-error an input of the wrong type
    convert(5);
    export { closed, code, markdown, more };
  `;

  test.each([
    ['ES modules of Node.js', 'app.mts', { module: 'node20', lib: ['es2022'], types: ['node'] }],
    ['CommonJS of Node.js', 'app.cts', { module: 'node20', lib: ['es2022'], types: ['node'] }],
    [
      'a bundler, without types of Node.js',
      'app.ts',
      { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] },
    ],
  ])('has types for %s', (_, file, settings) => {
    if (!existsSync(join(work, 'node_modules', '@types'))) {
      symlinkSync(join(root, 'node_modules', '@types'), join(work, 'node_modules', '@types'));
    }
    write(file, consumer);
    const compilerOptions = {
      ...settings,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    };
    write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }));
    expect(inProject(tool('tsc'), ['-p', '.'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
