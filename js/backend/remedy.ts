import { existsSync } from 'node:fs';
import { version } from '../version.js';
import type { Tried } from './backend.js';
import { isCheckout, ownRequire } from './own-require.js';
import { commandToAdd } from './package-manager.js';
import { type Platform, packageOf, platforms } from './platform-package.js';

// What is wrong where an addon cannot be used, and what helps. docs/install.md says more of each.

type Wrong = Omit<Tried, 'what'>;

const anew = 'Install the packages anew: remove node_modules, and install.';

/** Where no addon is made for the platform. */
export const unsupported = (): Wrong => ({
  why: `there is none for ${process.platform}-${process.arch}`,
  remedy: `There is for ${platforms.join(', ')}.`,
});

/** Where a package could not be required. */
export const notRequired = (platform: Platform, error: unknown): Wrong =>
  isMissing(error, packageOf(platform)) ? notInstalled(platform, error) : notOpened(error, anew);

/** Where a file could not be required. `rebuild` says what helps if it is wrong. */
export function notLoaded(file: string, error: unknown, rebuild: string): Wrong {
  return existsSync(file) ? notOpened(error, rebuild) : { why: 'no such file', remedy: rebuild, error };
}

/** Where what has been loaded says that it is of another version, or nothing. */
export function mismatch(found: unknown, rebuild = anew): Wrong {
  const why =
    typeof found === 'string' ? `it is of version ${found}, and tidemark of ${version}` : 'it is no addon of tidemark';
  return { why, remedy: rebuild };
}

/** Where there is no WebAssembly package either. */
export function noWasm(error: unknown): Wrong {
  if (error instanceof RangeError) {
    return {
      why: `it is given no memory (${firstLine(error)})`,
      remedy:
        'V8 reserves some 10 GiB of addresses for it, of which it uses few: raise `ulimit -v` before Node.js starts, or start it with --disable-wasm-trap-handler.',
      error,
    };
  }
  const why = codeOf(error) === 'MODULE_NOT_FOUND' ? 'it is not installed' : firstLine(error);
  return { why, remedy: isCheckout() ? 'Build it by `npm run build:wasm`.' : anew, error };
}

// Not a module that the package itself asks for.
const isMissing = (error: unknown, name: string) =>
  codeOf(error) === 'MODULE_NOT_FOUND'
    ? messageOf(error).includes(`'${name}'`)
    : codeOf(error) === 'ERR_MODULE_NOT_FOUND';

function notInstalled(platform: Platform, error: unknown): Wrong {
  const command = commandToAdd(`${packageOf(platform)}@${version}`);
  const others = platforms.filter((other) => other !== platform && isInstalled(other)).map(packageOf);
  if (others.length > 0) {
    return {
      why: `it is not installed, but ${others.join(' and ')} is, for another platform`,
      remedy: `node_modules comes from another machine, or from another build of Node.js: install on this one, or add this platform's by \`${command}\`.`,
      error,
    };
  }
  if (isMusl()) {
    return {
      why: 'this system has musl in place of glibc, where addons written in Go cannot be loaded yet (golang/go#54805)',
      remedy: 'For the addon use an image with glibc, such as node:22-slim.',
      error,
    };
  }
  return {
    why: 'it is not installed',
    remedy: `Optional dependencies may have been left out (--omit=optional, or a lock file from another platform): \`${command}\`.`,
    error,
  };
}

function isInstalled(platform: Platform): boolean {
  try {
    ownRequire()?.resolve(`${packageOf(platform)}/package.json`);
    return ownRequire() !== undefined;
  } catch {
    return false;
  }
}

function notOpened(error: unknown, rebuild: string): Wrong {
  const why = firstLine(error);
  if (codeOf(error) === 'ERR_DLOPEN_DISABLED') {
    const remedy = 'Start Node.js without --no-addons, and with --allow-addons beside --permission.';
    return { why: 'native addons are switched off', remedy, error };
  }
  const glibc = /version `(GLIBC_[\d.]+)' not found/.exec(why)?.[1];
  if (glibc !== undefined) {
    return { why, remedy: `The glibc of this system is too old: it lacks ${glibc}. Packaged addons need 2.17.`, error };
  }
  if (isMusl()) {
    const remedy = 'It is made for glibc, and this system has musl: use an image with glibc, such as node:22-slim.';
    return { why, remedy, error };
  }
  return { why, remedy: `The file is damaged, or made for another platform. ${rebuild}`, error };
}

const firstLine = (error: unknown) => messageOf(error).split('\n', 1)[0] as string;
const codeOf = (error: unknown) => (error as { code?: unknown } | null | undefined)?.code;
const messageOf = (error: unknown) => String((error as { message?: unknown } | null | undefined)?.message ?? error);

// Node.js built against glibc says so in its report; the network part of a report can take seconds. A runtime may refuse to make one,
// as Deno does without permission, which must not hide why the addon was not loaded.
function isMusl(): boolean {
  try {
    return process.platform === 'linux' && process.report !== undefined && !reportsGlibc();
  } catch {
    return false;
  }
}

function reportsGlibc(): boolean {
  const report = process.report as typeof process.report & { excludeNetwork?: boolean };
  const before = report.excludeNetwork;
  report.excludeNetwork = true;
  const { header } = report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  if (before !== undefined) report.excludeNetwork = before;
  return header.glibcVersionRuntime !== undefined;
}
