// Kills runs of the command at random points, goes on with --resume, and compares the folder with that of a run that nobody has killed.
//   npm run test:resume -- --rounds 20 --files 5000 --seed 1
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from './lib/go-env.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    files: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
});
const { rounds, files, seed } = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)]),
);

const command = [process.execPath, join(root, 'dist', 'cli', 'tidemark.mjs')];
const place = mkdtempSync(join(tmpdir(), 'tidemark-resume-'));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));

// https://en.wikipedia.org/wiki/Linear_congruential_generator
let state = seed >>> 0;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

function writePages() {
  for (let i = 0; i < files; i++) {
    const folder = join(place, 'site', String(i % 50));
    if (i < 50) mkdirSync(folder, { recursive: true });
    const paragraph = `<p>Tides follow the <em>Moon</em>, says <a href="${i}.html">page ${i}</a>.`;
    writeFileSync(join(folder, `${i}.html`), `<h1>${i}</h1>${paragraph.repeat(Math.ceil(random() * 300))}`);
  }
}

/** What a folder holds, as a digest of names and contents. */
function digestOf(folder) {
  const hash = createHash('sha256');
  const names = readdirSync(join(place, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) {
    hash.update(name.slice(join(place, folder).length));
    hash.update(readFileSync(name));
  }
  return `${names.length} files, ${hash.digest('hex').slice(0, 16)}`;
}

const args = (out) => ['site', '--out', out, '--resume', '--quiet'];

function finish(out) {
  const { status, stderr } = spawnSync(command[0], [command[1], ...args(out)], { cwd: place, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The command ended with ${status}: ${stderr}`);
}

/** Begins a run and kills it after some time. Returns whether it was still running. */
async function kill(out, milliseconds) {
  const child = spawn(command[0], [command[1], ...args(out)], { cwd: place, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal === 'SIGKILL')));
  await Promise.race([setTimeout(milliseconds), ended]);
  child.kill('SIGKILL');
  return ended;
}

writePages();
const begun = performance.now();
finish('whole');
const time = performance.now() - begun;
const expected = digestOf('whole');
console.log(`${files} pages, seed ${seed}: ${expected}, in ${(time / 1000).toFixed(1)} s`);
let kills = 0;
let wrong = 0;
for (let round = 1; round <= rounds; round++) {
  const most = 1 + Math.floor(random() * 4);
  let killed = 0;
  for (let i = 0; i < most; i++) killed += await kill('md', random() * time);
  finish('md');
  const found = digestOf('md');
  kills += killed;
  if (found !== expected) wrong++;
  console.log(`round ${round}: killed ${killed} times, ${found === expected ? 'the same' : `NOT the same: ${found}`}`);
  rmSync(join(place, 'md'), { recursive: true });
}
console.log(`${rounds} rounds, ${kills} kills, ${wrong} not the same`);
if (wrong > 0) process.exitCode = 1;
