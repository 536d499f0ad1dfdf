import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, root, run } from './child';

/** The package of this platform. */
export const own = `linux-${process.arch}-gnu`;

/** A program with tidemark in its node_modules, as a package manager lays it there. */
export class Installation {
  readonly folder = mkdtempSync(join(tmpdir(), 'tidemark-installed-'));

  constructor() {
    cpSync(join(root, 'dist'), this.path('tidemark', 'dist'), { recursive: true });
    cpSync(join(root, 'package.json'), this.path('tidemark', 'package.json'));
  }

  path(...names: string[]): string {
    return join(this.folder, 'node_modules', ...names);
  }

  /** Adds the package of a platform, with the addon of this one. */
  addAddon(name = own): this {
    mkdirSync(this.path('@tidemark', name), { recursive: true });
    cpSync(join(root, 'packages', 'addon', 'index.js'), this.path('@tidemark', name, 'index.js'));
    cpSync(join(root, 'build', 'tidemark.node'), this.path('@tidemark', name, 'tidemark.node'));
    this.write(join('node_modules', '@tidemark', name, 'package.json'), '{ "main": "./index.js" }');
    return this;
  }

  addWasm(): this {
    mkdirSync(this.path('@tidemark'), { recursive: true });
    symlinkSync(join(root, 'build', 'wasm'), this.path('@tidemark', 'wasm'));
    return this;
  }

  write(name: string, content: string): this {
    writeFileSync(join(this.folder, name), content);
    return this;
  }

  /** Runs Node.js there on a script that loads the package, converts, and prints what it uses or why it does not. */
  load({
    before = '',
    args = [],
    env = {},
    addresses = '',
  }: {
    before?: string;
    args?: string[];
    env?: NodeJS.ProcessEnv;
    addresses?: string;
  } = {}): Outcome {
    const script = `${before}
      try {
        const { backend, convertSync } = require('tidemark');
        console.log(convertSync('<b>ebb</b>'), backend().name, backend().file, backend().why);
      } catch (error) { console.log(error.code + ' ' + error.message) }`;
    const settings = { TIDEMARK_BINARY_PATH: '', TIDEMARK_BACKEND: '', npm_config_user_agent: '', ...env };
    const shell = `${addresses && `ulimit -v ${addresses} && `}exec "$0" "$@"`;
    const command = ['-c', shell, process.execPath, ...args, '--eval', script];
    return run('bash', command, { cwd: this.folder, env: settings });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
