// Builds the site by its own lock file and tests it: its types, its links, its examples, and its playground in Chromium.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/go-env.mjs';

const site = join(root, 'site');

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function isInstalled() {
  const time = (name) => statSync(join(site, name)).mtimeMs;
  const installed = join('node_modules', '.package-lock.json');
  return existsSync(join(site, installed)) && time(installed) >= time('package-lock.json');
}

if (!isInstalled()) run('npm', 'ci', '--prefix', 'site', '--no-audit', '--no-fund');
if (!existsSync(join(root, 'build', 'wasm', 'tidemark.wasm'))) run('npm', 'run', 'build:wasm');
run('npm', 'run', 'check', '--prefix', 'site', '--silent');
run('npm', 'run', 'build', '--prefix', 'site', '--silent');
run('npx', 'jest', '--config', 'site/test/jest.config.js');
