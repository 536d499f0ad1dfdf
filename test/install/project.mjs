// A program of a user's: a folder with a package.json, in which a package manager installs tidemark, and no compiler is to be had.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { folder, tool } from './tools.mjs';

// What package managers and shells ask for; neither go nor gcc.
const commands = [
  'node',
  'npm',
  'npx',
  'sh',
  'bash',
  'env',
  'uname',
  'dirname',
  'basename',
  'sed',
  'cat',
  'ls',
  'tar',
  'rm',
  'mkdir',
  'cp',
  'ln',
  'chmod',
  'git',
  'which',
  'getconf',
  'ldd',
];

function binFolder() {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of commands) {
    const found = process.env.PATH.split(delimiter)
      .map((place) => join(place, name))
      .find(existsSync);
    if (found !== undefined && !existsSync(join(bin, name))) symlinkSync(found, join(bin, name));
  }
  return bin;
}

export class Failed extends Error {}

export class Project {
  constructor(registry, name = 'project') {
    this.home = mkdtempSync(join(tmpdir(), 'tidemark-install-'));
    this.folder = join(this.home, name);
    this.registry = registry;
    this.bin = binFolder();
    mkdirSync(this.folder);
    this.write('.npmrc', `registry=${registry}\naudit=false\nfund=false\nupdate-notifier=false\n`);
    this.write('package.json', JSON.stringify({ name: 'user', version: '1.0.0', private: true }));
  }

  write(name, content) {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), content);
  }

  /** Runs a command in the folder. Throws with what it said if it fails. */
  run(command, args, { env = {}, cwd = this.folder, mayFail = false, input = undefined } = {}) {
    const result = spawnSync(command, args, {
      cwd,
      env: {
        PATH: this.bin,
        HOME: this.home,
        CI: 'true',
        npm_config_cache: join(folder, 'cache'),
        YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
        ...env,
      },
      encoding: 'utf8',
      input,
      timeout: 600_000,
      maxBuffer: 1 << 28,
    });
    if (!mayFail && (result.error || result.status !== 0)) {
      throw new Failed(
        `${[command, ...args].join(' ').slice(0, 200)}: ${result.error?.message ?? result.status}\n${result.stdout}${result.stderr}`,
      );
    }
    return { status: result.status, stdout: result.stdout, stderr: result.stderr };
  }

  node(args, options) {
    return this.run(process.execPath, args, options);
  }

  npm(args, { version = 'npm11', ...options } = {}) {
    return this.node([tool(version), ...args], options);
  }

  remove() {
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** The size of what is in a folder, in bytes. */
export function sizeOf(place) {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found === undefined || found.isSymbolicLink()) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(join(place, name)), 0);
}

/** A program that says what carries out its conversions. */
export const script = `
const { backend, convert, convertSync } = require('tidemark');
convert('<h1>Ebb <em>and</em> flow</h1>').then((markdown) => {
  if (markdown !== '# Ebb *and* flow' || convertSync('<b>x</b>') !== '**x**') throw new Error(markdown);
  console.log('backend=' + backend().name);
});`;

export const module = `
import { backend, convert, convertSync } from 'tidemark';
const markdown = await convert('<h1>Ebb <em>and</em> flow</h1>');
if (markdown !== '# Ebb *and* flow' || convertSync('<b>x</b>') !== '**x**') throw new Error(markdown);
console.log('backend=' + backend().name);
`;

/** Throws unless the program has ended well, by the backend that is wanted. Returns that. */
export function expectBackend({ stdout, stderr }, wanted) {
  const found = /backend=(\w+)/.exec(stdout)?.[1];
  if (found !== wanted) throw new Failed(`wanted ${wanted}, found ${found ?? 'nothing'}\n${stdout}${stderr}`);
  return found;
}
