// Converts documents at random, and has five readers of Markdown render what becomes of them: see docs/security.md.
//   npm run test:safety -- --documents 1000000 --seed 1
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goEnv, root } from './lib/go-env.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    workers: { type: 'string', default: '2' },
  },
});
const { documents, seed, workers } = values;

function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
}

run(process.execPath, [
  join('test', 'safety', 'run.mjs'),
  ...['--documents', documents, '--seed', seed, '--workers', workers],
]);
const flags = ['-safety.documents', documents, '-safety.seed', seed];
const tests = ['test', './core/internal/markdown', '-run', '^TestSafety$', '-v', '-timeout', '0', ...flags];
run('go', tests, { ...process.env, ...goEnv() });
