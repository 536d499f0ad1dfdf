import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { deadline } from '../support/child';

/** How a child ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Runs `children/<name>.cjs` in a process of its own. One that hangs is killed, and reports SIGKILL. */
export function runChild(
  name: string,
  { args = [] as string[], execArgv = [] as string[], env = {} as NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...execArgv, join(__dirname, 'children', `${name}.cjs`), ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, signal: null, stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    ended.stdout += data;
  });
  child.stderr.on('data', (data) => {
    ended.stderr += data;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), deadline);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ ...ended, code, signal });
    });
  });
}
