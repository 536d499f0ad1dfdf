import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun' | 'deno';

const names: readonly PackageManager[] = ['npm', 'pnpm', 'yarn', 'bun', 'deno'];

const lockFiles: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['deno.lock', 'deno'],
  ['yarn.lock', 'yarn'],
  ['package-lock.json', 'npm'],
];

const adding: Readonly<Record<PackageManager, (name: string) => string>> = {
  npm: (name) => `npm install --save-optional ${name}`,
  pnpm: (name) => `pnpm add --save-optional ${name}`,
  yarn: (name) => `yarn add --optional ${name}`,
  bun: (name) => `bun add --optional ${name}`,
  deno: (name) => `deno add npm:${name}`,
};

const installing: Readonly<Record<PackageManager, (names: string) => string>> = {
  npm: (names) => `npm install ${names}`,
  pnpm: (names) => `pnpm add ${names}`,
  yarn: (names) => `yarn add ${names}`,
  bun: (names) => `bun add ${names}`,
  deno: (names) => `deno add ${names.replaceAll(/(?<=^| )/g, 'npm:')}`,
};

/** Returns the command that adds packages of others to the program, by the same. */
export const commandToInstall = (names: readonly string[]): string => installing[inUse()](names.join(' '));

/** Returns the command that adds a package to the program, by the package manager that it is installed with. */
export const commandToAdd = (name: string): string => adding[inUse()](name);

// A package manager that runs a script says so. Else the lock file tells.
function inUse(): PackageManager {
  const agent = process.env['npm_config_user_agent']?.split('/', 1)[0];
  return names.find((name) => name === agent) ?? byLockFile(process.cwd()) ?? 'npm';
}

function byLockFile(folder: string): PackageManager | undefined {
  const found = lockFiles.find(([file]) => existsSync(join(folder, file)))?.[1];
  if (found !== undefined) return found;
  const above = dirname(folder);
  return above === folder ? undefined : byLockFile(above);
}
