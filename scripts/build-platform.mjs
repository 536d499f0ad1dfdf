// Builds the native addon of a platform for its package, and checks that it asks no more of a system than it should:
// build/platforms/NAME/tidemark.node. The names are in platforms.json. On linux-x64, with cross compilers of Debian, or Zig.
//
//   npm run build:platform -- NAME...     or --all
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './lib/compile.mjs';
import { capture, cFlags, goEnvFor, Missing, root } from './lib/go-env.mjs';
import { addonOf, platforms } from './lib/packages.mjs';
import { check } from './platform/check.mjs';
import { darwinCompiler, darwinStubs, quoted } from './platform/darwin.mjs';
import { oldGlibc } from './platform/old-glibc.mjs';
import { clearStamps } from './platform/pe-stamps.mjs';
import { sweep, zig, zigEnv } from './platform/zig.mjs';

/** What Go is told for a platform: its C compiler, and what that is told when it links. */
function toolchain(platform, folder) {
  const { goos, goarch, cc, zig: target, debian } = platform;
  const env = { ...goEnvFor(goos, goarch), CGO_CFLAGS: cFlags('-O2') };
  if (target) {
    const command = [zig(), 'cc', '-target', target];
    const isDarwin = goos === 'darwin';
    if (isDarwin) env.CGO_LDFLAGS = darwinStubs(folder).map(quoted).join(' ');
    return { ...env, ...zigEnv, CC: isDarwin ? darwinCompiler(...command) : command.map(quoted).join(' ') };
  }
  if (capture(cc, ['--version']).error) {
    throw new Missing(`The C compiler ${cc} is missing (Debian: \`apt-get install ${debian.join(' ')}\`).`);
  }
  if (goos === 'linux') env.CGO_LDFLAGS = oldGlibc(platform, folder).map(quoted).join(' ');
  return { ...env, CC: cc };
}

function build(name) {
  const started = performance.now();
  const platform = platforms[name];
  if (platform === undefined)
    throw new Missing(`There is no platform ${name}, but ${Object.keys(platforms).join(', ')}.`);
  const file = addonOf(name);
  const folder = join(root, 'build', 'platforms', name, 'toolchain');
  mkdirSync(folder, { recursive: true });
  // A file of Windows has its date in it.
  const linker = platform.goos === 'windows' && !platform.zig ? '-Wl,--no-insert-timestamp' : '';
  try {
    compile('./addon', file, { env: toolchain(platform, folder), tags: 'async_runtime', linker });
  } finally {
    if (platform.zig) sweep();
  }
  if (platform.goos === 'windows' && platform.zig) clearStamps(file);
  const found = check(file, platform);
  const size = (statSync(file).size / 1e6).toFixed(2);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${size} MB in ${seconds} s; ${found}`);
}

try {
  const { values, positionals } = parseArgs({ options: { all: { type: 'boolean' } }, allowPositionals: true });
  const names = values.all ? Object.keys(platforms) : positionals;
  if (names.length === 0) throw new Missing(`Name a platform: ${Object.keys(platforms).join(', ')}, or --all.`);
  names.forEach(build);
} catch (error) {
  if (!(error instanceof Missing) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(`tidemark: ${error.message}`);
  process.exitCode = 1;
}
