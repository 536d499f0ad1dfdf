import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { node, nodeModule, type Outcome, root, run } from '../support/child';
import { own } from '../support/installation';

// The packages as users get them: made as they would be published, packed, and installed into a project of its own.
const work = mkdtempSync(join(tmpdir(), 'tidemark-package-'));
const tool = (name: string) => join(root, 'node_modules', '.bin', name);

let tarball = '';
let files: string[] = [];

const readJson = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));
const installedAs = (name: string, ...path: string[]) => join(work, 'node_modules', name, ...path);

function inProject(command: string, args: string[]): Outcome {
  return run(command, args, { cwd: work, env: { TIDEMARK_BINARY_PATH: '', TIDEMARK_BACKEND: '' } });
}

function write(name: string, content: string): void {
  writeFileSync(join(work, name), content);
}

/** Makes the packages of this platform, and returns their archives. */
function packed(): string[] {
  expect(node([join('scripts', 'build-platform.mjs'), own])).toMatchObject({ status: 0, stderr: '' });
  const made = nodeModule(`
    import { pack, stage } from './scripts/lib/packages.mjs';
    for (const name of stage(['${own}'])) console.log(pack(name, '${work}'));`);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  return made.stdout.trim().split('\n');
}

beforeAll(() => {
  const [addon, wasm, main] = packed().map((file) => `file:${file}`) as [string, string, string];
  tarball = main.slice('file:'.length);
  files = run('tar', ['-tzf', tarball])
    .stdout.trim()
    .split('\n')
    .map((file) => file.replace('package/', ''));
  // They would come from a registry by their versions.
  const manifest = {
    name: 'consumer',
    private: true,
    dependencies: { tidemark: main, '@tidemark/wasm': wasm },
    optionalDependencies: { [`@tidemark/${own}`]: addon },
    overrides: { '@tidemark/wasm': '$@tidemark/wasm' },
  };
  write('package.json', JSON.stringify(manifest));
  const installed = inProject('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']);
  expect({ status: installed.status, stderr: installed.stderr.replaceAll(/^npm warn .*\n/gm, '') }).toEqual({
    status: 0,
    stderr: '',
  });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the packed files', () => {
  test('are those that users need, and no others', () => {
    const places = new Set(files.map((file) => (file.includes('/') ? file.slice(0, file.indexOf('/') + 1) : file)));
    expect([...places].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/', 'docs/', 'package.json']);
    expect(files.filter((file) => /\.test\.|testdata|\.node$|\.map$|plots/.test(file))).toEqual([]);
    // Bundles have the rest.
    expect(files.filter((file) => /\.js$/.test(file) && !file.startsWith('dist/node/'))).toEqual([]);
  });

  test('run no scripts, and name all packages by their version', () => {
    const { version } = readJson(root, 'package.json');
    const platforms = Object.keys(readJson(root, 'scripts', 'platforms.json'));
    expect(readJson(installedAs('tidemark'), 'package.json')).toMatchObject({
      version,
      dependencies: { '@tidemark/wasm': version },
      optionalDependencies: Object.fromEntries(platforms.map((name) => [`@tidemark/${name}`, version])),
    });
    for (const name of ['tidemark', '@tidemark/wasm', `@tidemark/${own}`]) {
      const manifest = readJson(installedAs(name), 'package.json');
      expect(manifest).toMatchObject({ version, license: 'MIT' });
      expect(manifest).not.toHaveProperty('scripts');
      expect(existsSync(installedAs(name, 'LICENSE'))).toBe(true);
    }
  });

  test('of a platform say for which it is', () => {
    expect(readJson(installedAs(`@tidemark/${own}`), 'package.json')).toMatchObject({
      os: ['linux'],
      cpu: [process.arch],
      libc: ['glibc'],
      preferUnplugged: true,
    });
    expect(readdirSync(installedAs(`@tidemark/${own}`)).sort()).toEqual([
      'LICENSE',
      'index.js',
      'package.json',
      'tidemark.node',
    ]);
  });

  test('publint has nothing to say', () => {
    const { status, stdout } = run(tool('publint'), ['--strict', tarball]);
    expect(stdout).toContain('All good!');
    expect(status).toBe(0);
  });

  test('the types are right for ES modules, CommonJS and bundlers', () => {
    const { status, stdout } = run(tool('attw'), ['--no-emoji', '--format', 'ascii', tarball]);
    expect(stdout).toContain('node16 (from ESM): OK (ESM)');
    expect(status).toBe(0);
  });
});

describe('the installed package', () => {
  test('has what carries out conversions beside it, and nothing else', () => {
    const modules = readdirSync(join(work, 'node_modules')).filter(
      (name) => !name.startsWith('.') && name !== '@types',
    );
    expect(modules).toEqual(['@tidemark', 'tidemark']);
    expect(readdirSync(join(work, 'node_modules', '@tidemark'))).toEqual([own, 'wasm']);
  });

  test('works from an ES module', () => {
    write('app.mjs', `import { convert } from 'tidemark';\nconsole.log(await convert('<h1>Ebb</h1>'));\n`);
    expect(inProject('node', ['app.mjs'])).toEqual({ status: 0, stdout: '# Ebb\n', stderr: '' });
  });

  test('works from CommonJS', () => {
    write('app.cjs', `const { convert } = require('tidemark');\nconvert('<h1>Ebb</h1>').then(console.log);\n`);
    expect(inProject('node', ['app.cjs'])).toEqual({ status: 0, stdout: '# Ebb\n', stderr: '' });
  });

  test('has the server of tools, with all that it loads', () => {
    const { version } = readJson(root, 'package.json');
    const { status, stdout } = inProject(join('node_modules', '.bin', 'tidemark-mcp'), ['--version']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` });
  });

  test('has the command, with what it loads late', () => {
    write('letter.eml', 'From: a@b.test\nSubject: Ebb\n\nThe water falls.\n');
    const tidemark = join('node_modules', '.bin', 'tidemark');
    expect(inProject(tidemark, ['letter.eml', '--no-frontmatter'])).toEqual({
      status: 0,
      stdout: 'The water falls.\n',
      stderr: '',
    });
    expect(inProject(tidemark, ['letter.eml', '-f', 'parquet', '-o', 'a.parquet'])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(join(work, 'a.parquet'), 'latin1')).toMatch(/^PAR1/);
  });

  test('works without addons', () => {
    write(
      'wasm.cjs',
      `const { backend, convertSync } = require('tidemark');\nconsole.log(convertSync('<h1>Ebb</h1>'), backend().name);\n`,
    );
    const { status, stdout, stderr } = inProject('node', ['--no-addons', 'wasm.cjs']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '# Ebb wasm\n' });
    expect(stderr).toContain('[TIDEMARK_WASM]');
  });

  const program = `
    import { backend, convert, stats } from 'tidemark';
    import { webMarkdown } from 'tidemark/http';
    import TurndownService from 'tidemark/turndown';
    const page = webMarkdown(() => new Response('<i>2</i>', { headers: { 'content-type': 'text/html' } }));
    const asks = new Request('http://localhost/', { headers: { accept: 'text/markdown' } });
    const rule = { filter: 'b', replacement: (content) => '(' + content + ')' };
    const service = new TurndownService().addRule('b', rule);
    const markdown = Promise.all([convert('<h1>Ebb</h1>'), service.turndownAsync('<b>1</b>'), page(asks).then((answer) => answer.text())]);
    markdown.then((texts) => console.log(...texts, backend().name, stats().completed > 3 ? 'one pool' : ''));
  `;

  test.each(['esm', 'cjs'] as const)('works in a bundle of one file: %s', async (format) => {
    write('bundled.mjs', program);
    const { build } = await import('esbuild');
    const elsewhere = mkdtempSync(join(tmpdir(), 'tidemark-bundle-')); // where nothing is installed
    const outfile = join(elsewhere, `app.${format === 'esm' ? 'mjs' : 'cjs'}`);
    const { warnings } = await build({
      entryPoints: [join(work, 'bundled.mjs')],
      bundle: true,
      platform: 'node',
      format,
      outfile,
    });
    expect(warnings).toEqual([]);
    const { status, stdout } = run('node', [outfile], { cwd: elsewhere });
    rmSync(elsewhere, { recursive: true });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '# Ebb (1) *2* wasm one pool\n' });
  });

  // As Nitro does it: it takes the file for bundlers, traces what that needs, and has Node.js load the package.
  test('is all there for Node.js where files are traced from what bundlers take', () => {
    const traced = mkdtempSync(join(tmpdir(), 'tidemark-traced-'));
    const seen = new Set<string>();
    const trace = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      cpSync(installedAs('tidemark', name), join(traced, 'node_modules', 'tidemark', name));
      const text = readFileSync(installedAs('tidemark', name), 'utf8');
      for (const [, other = ''] of text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*['"](\.[^'"]+)/g))
        trace(join(name, '..', other));
    };
    trace('package.json');
    trace('dist/bundled/index.mjs');
    symlinkSync(installedAs('@tidemark'), join(traced, 'node_modules', '@tidemark'));
    writeFileSync(
      join(traced, 'app.mjs'),
      `import { backend, convert } from 'tidemark';console.log(await convert('<b>1</b>'), backend().name);`,
    );
    const env = { TIDEMARK_BINARY_PATH: '', TIDEMARK_BACKEND: '' };
    expect(run('node', ['app.mjs'], { cwd: traced, env })).toMatchObject({
      status: 0,
      stderr: '',
      stdout: '**1** addon\n',
    });
    rmSync(traced, { recursive: true });
  });

  const consumer = `
    import { AsyncConverter, type Call, ConvertError, type ConvertErrorCode, type Options, convert, pool } from 'tidemark';
    import { expressMarkdown, type HttpOptions, webMarkdown } from 'tidemark/http';
    import { rehypeTidemark } from 'tidemark/unified';
    const http: HttpOptions<Request> = { content: 'main', when: ({ url }) => url.length > 9 };
    const handler: (request: Request) => Promise<Response> = webMarkdown((request: Request) => new Response(request.url), http);
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
    export { closed, code, expressMarkdown, handler, markdown, more, rehypeTidemark };
  `;

  test.each([
    ['ES modules of Node.js', 'app.mts', { module: 'node20', lib: ['es2022'], types: ['node'] }],
    ['CommonJS of Node.js', 'app.cts', { module: 'node20', lib: ['es2022'], types: ['node'] }],
    [
      'CommonJS of Node.js that requires no ES modules',
      'app.cts',
      { module: 'node16', lib: ['es2022'], types: ['node'] },
    ],
    [
      'a bundler, without types of Node.js',
      'app.ts',
      { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] },
    ],
  ])('has types for %s', (_, file, settings) => {
    for (const name of ['@types', 'unified']) {
      const place = join(work, 'node_modules', name);
      if (!existsSync(place)) symlinkSync(join(root, 'node_modules', name), place);
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
