import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { root } from '../support/child';
import { Installation, own } from '../support/installation';

// Installations that are broken in each way that is known: what works all the same, and what is said in full. docs/install.md has the
// same sentences.
let installed: Installation;

beforeEach(() => {
  installed = new Installation();
});

afterEach(() => installed.remove());

const place = `${process.platform}-${process.arch}`;
const addon = `@tidemark/${own}`;

/** Runs the program, which must end well. */
function loaded(settings?: Parameters<Installation['load']>[0]) {
  const { status, stdout, stderr } = installed.load(settings);
  const warning = stderr.replace(/^\(node:\d+\) /, '').replace(/\(Use `node --trace-warnings.*\n/, '');
  return {
    status,
    stdout: stdout.replaceAll(installed.folder, 'APP'),
    warning: warning.replaceAll(installed.folder, 'APP'),
  };
}

const works = (what: string) => `**ebb** ${what}\n`;
const byAddon = works(`addon ${addon} It is the package of this platform`);
const byWasm = works('wasm @tidemark/wasm There is no addon that can be used');

const warningOf = (what: string, why: string, remedy: string) =>
  [
    '[TIDEMARK_WASM] TidemarkWarning: tidemark runs as WebAssembly, with the same results, but slower than by its addon:',
    `  ${what}: ${why}. ${remedy}`,
    'TIDEMARK_BACKEND=wasm says that this is meant, TIDEMARK_BACKEND=addon makes it an error.',
    '',
  ].join('\n');

const failure = (tried: string[], remedies: string[]) =>
  [
    `ERR_TIDEMARK_LOAD tidemark could not load its native addon on ${place}, Node.js ${process.version}.`,
    'Tried:',
    ...tried.map((line) => `  ${line}`),
    'What to do:',
    ...remedies.map((line) => `  ${line}`),
    '',
  ].join('\n');

const anew = 'Install the packages anew: remove node_modules, and install.';
const left = (command: string) =>
  `Optional dependencies may have been left out (--omit=optional, or a lock file from another platform): \`${command}\`.`;
const npm = `npm install --save-optional ${addon}@0.1.0`;

test('nothing: the addon, without a word', () => {
  installed.addAddon().addWasm();
  expect(loaded()).toEqual({ status: 0, stdout: byAddon, warning: '' });
});

describe('WebAssembly takes the place of', () => {
  test('1: an addon that is not installed', () => {
    installed.addWasm();
    expect(loaded()).toEqual({
      status: 0,
      stdout: byWasm,
      warning: warningOf(addon, 'it is not installed', left(npm)),
    });
  });

  test.each([
    ['pnpm-lock.yaml', `pnpm add --save-optional ${addon}@0.1.0`],
    ['yarn.lock', `yarn add --optional ${addon}@0.1.0`],
    ['bun.lock', `bun add --optional ${addon}@0.1.0`],
    ['deno.lock', `deno add npm:${addon}@0.1.0`],
  ])('2: the same, in a program with %s', (lock, command) => {
    installed.addWasm().write(lock, '');
    expect(loaded().warning).toContain(left(command));
  });

  test('3: that of another platform', () => {
    installed.addWasm().addAddon('darwin-arm64');
    expect(loaded()).toEqual({
      status: 0,
      stdout: byWasm,
      warning: warningOf(
        addon,
        'it is not installed, but @tidemark/darwin-arm64 is, for another platform',
        `node_modules comes from another machine, or from another build of Node.js: install on this one, or add this platform's by \`${npm}\`.`,
      ),
    });
  });

  test('4: that of another version', () => {
    const other = installed.addWasm().addAddon().path('@tidemark', own, 'index.js');
    writeFileSync(other, `exports.version = '0.0.9';`);
    expect(loaded()).toEqual({
      status: 0,
      stdout: byWasm,
      warning: warningOf(addon, 'it is of version 0.0.9, and tidemark of 0.1.0', anew),
    });
  });

  test('5: something else in its place', () => {
    const other = installed.addWasm().addAddon().path('@tidemark', own, 'index.js');
    writeFileSync(other, `module.exports = undefined;`);
    expect(loaded().warning).toEqual(warningOf(addon, 'it is no addon of tidemark', anew));
  });

  test('6: a file that is damaged', () => {
    const file = installed.addWasm().addAddon().path('@tidemark', own, 'tidemark.node');
    writeFileSync(file, 'damaged');
    expect(loaded()).toEqual({
      status: 0,
      stdout: byWasm,
      warning: warningOf(
        addon,
        `APP/node_modules/@tidemark/${own}/tidemark.node: file too short`,
        `The file is damaged, or made for another platform. ${anew}`,
      ),
    });
  });

  test('7: a file of another platform', () => {
    const file = installed.addWasm().addAddon().path('@tidemark', own, 'tidemark.node');
    writeFileSync(file, Buffer.concat([Buffer.from('cffaedfe', 'hex'), Buffer.alloc(4096)]));
    expect(loaded().warning).toContain(
      `tidemark.node: invalid ELF header. The file is damaged, or made for another platform. ${anew}`,
    );
  });

  test('8: a file that is not there', () => {
    rmSync(installed.addWasm().addAddon().path('@tidemark', own, 'tidemark.node'));
    const { stdout, warning } = loaded();
    expect(stdout).toBe(byWasm);
    expect(warning).toContain(`${addon}: Cannot find module 'APP/node_modules/@tidemark/${own}/tidemark.node'.`);
    expect(warning).toContain(anew);
  });

  test('9: an addon where addons are switched off', () => {
    installed.addWasm().addAddon();
    expect(loaded({ args: ['--no-addons'] })).toEqual({
      status: 0,
      stdout: byWasm,
      warning: warningOf(
        addon,
        'native addons are switched off',
        'Start Node.js without --no-addons, and with --allow-addons beside --permission.',
      ),
    });
  });

  test('10: an addon that asks for a later glibc', () => {
    const other = installed.addWasm().addAddon().path('@tidemark', own, 'index.js');
    const message = "/lib/libc.so.6: version `GLIBC_2.34' not found (required by tidemark.node)";
    writeFileSync(other, `throw Object.assign(new Error(${JSON.stringify(message)}), { code: 'ERR_DLOPEN_FAILED' });`);
    expect(loaded().warning).toEqual(
      warningOf(addon, message, 'The glibc of this system is too old: it lacks GLIBC_2.34. Packaged addons need 2.17.'),
    );
  });

  test('11: an addon on a system with musl', () => {
    installed.addWasm();
    expect(loaded({ before: 'process.report.getReport = () => ({ header: {} });' }).warning).toEqual(
      warningOf(
        addon,
        'this system has musl in place of glibc, where addons written in Go cannot be loaded yet (golang/go#54805)',
        'For the addon use an image with glibc, such as node:22-slim.',
      ),
    );
  });

  test('12: an addon on a platform that has none', () => {
    installed.addWasm();
    expect(loaded({ before: `Object.defineProperty(process, 'arch', { value: 'riscv64' });` }).warning).toEqual(
      warningOf(
        'the addon',
        'there is none for linux-riscv64',
        'There is for linux-x64-gnu, linux-arm64-gnu, darwin-x64, darwin-arm64, win32-x64, win32-arm64.',
      ),
    );
  });
});

describe('an error says what is wrong with', () => {
  test('13: an addon that is not there, where it has to be', () => {
    installed.addWasm();
    expect(loaded({ env: { TIDEMARK_BACKEND: 'addon' } }).stdout).toBe(
      failure([`${addon}: it is not installed`], [left(npm)]),
    );
  });

  test('14: an installation without any of both', () => {
    expect(loaded().stdout).toBe(
      failure([`${addon}: it is not installed`, '@tidemark/wasm: it is not installed'], [left(npm), anew]),
    );
  });

  test('15: a backend that there is not', () => {
    installed.addAddon();
    expect(loaded({ env: { TIDEMARK_BACKEND: 'native' } }).stdout).toBe(
      "ERR_TIDEMARK_LOAD Expected 'addon' or 'wasm' for TIDEMARK_BACKEND but received 'native'. Change it, or unset it.\n",
    );
  });

  test('16: a file that TIDEMARK_BINARY_PATH names, even if there are others', () => {
    installed.addAddon().addWasm();
    expect(loaded({ env: { TIDEMARK_BINARY_PATH: '/nowhere.node' } }).stdout).toBe(
      failure(
        ['/nowhere.node (from TIDEMARK_BINARY_PATH): no such file'],
        ['Let TIDEMARK_BINARY_PATH name an addon built for this platform, or unset it.'],
      ),
    );
  });

  test('17: the same, where there is no folder to look for lock files', () => {
    const before = `process.cwd = () => { throw new Error('ENOENT: uv_cwd') };`;
    expect(loaded({ before }).stdout).toMatch(/^ERR_TIDEMARK_LOAD tidemark could not load/);
  });

  test('18: a process whose addresses are limited, which V8 needs many of', () => {
    installed.addWasm();
    const { stdout } = loaded({ env: { TIDEMARK_BACKEND: 'wasm' }, addresses: '6000000' });
    const why = 'WebAssembly.Memory(): could not allocate memory';
    const remedy = 'raise `ulimit -v` before Node.js starts, or start it with --disable-wasm-trap-handler.';
    expect(stdout).toBe(
      failure(
        [`@tidemark/wasm: it is given no memory (${why})`],
        [`V8 reserves some 10 GiB of addresses for it, of which it uses few: ${remedy}`],
      ),
    );
    const args = ['--disable-wasm-trap-handler'];
    expect(loaded({ args, env: { TIDEMARK_BACKEND: 'wasm' }, addresses: '6000000' })).toEqual({
      status: 0,
      stdout: works('wasm @tidemark/wasm TIDEMARK_BACKEND asks for it'),
      warning: '',
    });
  });
});

describe('without an addon that is asked for', () => {
  test('TIDEMARK_BACKEND=wasm is without a warning', () => {
    installed.addAddon().addWasm();
    expect(loaded({ env: { TIDEMARK_BACKEND: 'wasm' } })).toEqual({
      status: 0,
      stdout: works('wasm @tidemark/wasm TIDEMARK_BACKEND asks for it'),
      warning: '',
    });
  });
});

test('the platforms of the loader are those of the table', () => {
  const { platforms } = require(join(root, 'dist', 'backend', 'platform-package.js'));
  const table = Object.keys(require(join(root, 'scripts', 'platforms.json')));
  expect(platforms).toEqual(table);
  const folder = join(root, 'dist', 'bundled');
  const bundled = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const name of table) expect(bundled.join('')).toContain(`"${name}"`);
});
