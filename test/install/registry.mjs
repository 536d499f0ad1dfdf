// A registry on this machine, with the packages of this checkout in it. What it does not have it gets from the usual one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { folder as packages } from '../../scripts/lib/packages.mjs';
import { folder, tool } from './tools.mjs';

const place = join(folder, `registry.${process.pid}`);

const configuration = (uplink) => `
storage: ${place}/storage
auth: { htpasswd: { file: ${place}/htpasswd } }
uplinks: { usual: { url: '${uplink}', timeout: 60s, maxage: 60m } }
packages:
  'tidemark': { access: $all, publish: $anonymous }
  '@tidemark/*': { access: $all, publish: $anonymous }
  '**': { access: $all, proxy: usual }
log: { type: stdout, format: pretty, level: fatal }
max_body_size: 100mb
`;

/** Starts the registry. Returns its address, and a function that ends it. */
export async function startRegistry() {
  const verdaccio = tool('verdaccio');
  mkdirSync(place, { recursive: true });
  const uplink = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout.trim();
  writeFileSync(join(place, 'config.yaml'), configuration(uplink));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const args = [verdaccio, '--config', join(place, 'config.yaml'), '--listen', `127.0.0.1:${port}`];
  const server = spawn(process.execPath, args, { stdio: 'ignore' });
  for (let tries = 0; !(await answers(url)); tries++) {
    if (tries > 300 || server.exitCode !== null) throw new Error('verdaccio does not answer');
    await setTimeout(200);
  }
  const end = () => {
    server.kill();
    rmSync(place, { recursive: true, force: true });
  };
  return { url, end };
}

/** Publishes a package that has been staged: see scripts/lib/packages.mjs. */
export function publish(name, url) {
  const token = `--${url.slice('http:'.length)}:_authToken=none`;
  const args = ['publish', join(packages, name), '--registry', url, token, '--access', 'public', '--ignore-scripts'];
  const published = spawnSync('npm', args, { encoding: 'utf8' });
  if (published.status !== 0) throw new Error(published.stderr);
}

const answers = (url) =>
  fetch(`${url}-/ping`).then(
    ({ ok }) => ok,
    () => false,
  );

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
