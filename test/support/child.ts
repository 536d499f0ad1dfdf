import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs Node.js in the repository, so that `tidemark` is this package. */
export function node(args: string[], env: NodeJS.ProcessEnv = {}, input = ''): Outcome {
  return run(process.execPath, args, { env, input });
}

/** Runs a program of ES module source. */
export function nodeModule(source: string, env: NodeJS.ProcessEnv = {}): Outcome {
  return node(['--input-type=module', '--eval', source], env);
}

/** Runs a program of CommonJS source. */
export function nodeScript(source: string, env: NodeJS.ProcessEnv = {}): Outcome {
  return node(['--input-type=commonjs', '--eval', source], env);
}

interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  input?: string;
}

/** A child that has not ended by then hangs: no test is about time. */
export const deadline = 600_000; // ms

export function run(command: string, args: string[], options: RunOptions = {}): Outcome {
  const { cwd = root, env = {}, input = '' } = options;
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    input,
    timeout: deadline,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.error) throw result.error;
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Calls `use` with a folder that holds the files and is removed afterwards. */
export function withFolder<T>(files: Record<string, string>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-test-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
