// Writes core/engine.*.pgo, which tells the compiler what is hot in the engine: `npm run profile [-- DIR]`. To be run where the
// engine has changed much, on the pages that the benchmarks are run on or on those in DIR.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goEnv } from '../scripts/lib/go-env.mjs';
import { build } from './lib/go.mjs';
import { readPages } from './lib/pages.mjs';
import { output, root } from './lib/paths.mjs';
import { Problem } from './lib/problem.mjs';

const first = 'GO PREPROFILE V1';
const ours = /^tidemark\/core\//;

try {
  const pages = readPages(process.argv[2]).all;
  const program = await build(root, 'profile');
  const samples = join(output, 'engine.pprof');
  const edges = join(output, 'engine.edges');
  execFileSync(
    program,
    [
      '-test.run=^$',
      '-test.bench=Convert/contender=tidemark/',
      '-test.benchtime=400ms',
      '-test.cpu=1',
      `-test.cpuprofile=${samples}`,
      ...pages.map(({ file }) => file),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  execFileSync('go', ['tool', 'preprofile', '-i', samples, '-o', edges], { env: goEnv(), stdio: 'inherit' });
  const kept = ownEdges(readFileSync(edges, 'utf8'));
  const name = replaceProfile(kept);
  console.log(`core/${name}: ${kept.split('\n').length} lines from ${pages.length} pages`);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(`profile: ${error.message}`);
  process.exitCode = 1;
}

// Named after what is in it: builds take a file of the same name for the same file.
function replaceProfile(text) {
  const core = join(root, 'core');
  for (const old of readdirSync(core).filter((file) => file.endsWith('.pgo'))) rmSync(join(core, old));
  const name = `engine.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.pgo`;
  writeFileSync(join(core, name), text);
  return name;
}

// Each call is three lines: who calls, who is called, and where and how often. The rest of the program is not the product's.
function ownEdges(text) {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== first) throw new Problem(`This Go writes profiles that begin with ${head} and not with ${first}.`);
  const kept = [head];
  for (let i = 0; i + 2 < lines.length; i += 3) {
    if (ours.test(lines[i]) && ours.test(lines[i + 1])) kept.push(...lines.slice(i, i + 3));
  }
  return `${kept.join('\n')}\n`;
}
