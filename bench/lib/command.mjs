// Runs what the benchmarks need of npm, git and Go. What it prints goes to standard error.
import { spawnSync } from 'node:child_process';
import { Problem } from './problem.mjs';

export function run(command, args, { cwd }) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    throw new Problem(
      `\`${command} ${args.join(' ')}\` failed${error ? `: ${error.message}` : ', for the reason above'}.`,
    );
  }
}

/** What the command prints, or undefined if it fails. */
export function read(command, args, { cwd }) {
  const { status, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
