import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/go-env.mjs';

const bin = join(root, 'dist', 'cli', 'tidemark.mjs');

/** Begins a process. `ended` resolves with what it has written, and the seconds of processor that it took. */
export function start(program, args, { within = [], env = {}, cwd } = {}) {
  const [command, ...rest] = [...within, process.execPath, program, ...args.map(String)];
  const child = spawn(command, rest, { cwd, env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  let seconds = 0;
  let peak = 0;
  child.stdout.on('data', (piece) => (stdout += piece));
  child.stderr.on('data', (piece) => (stderr += piece));
  const look = () => {
    seconds = Math.max(seconds, secondsOf(child.pid));
    peak = Math.max(peak, peakOf(child.pid));
  };
  const timer = setInterval(look, 20);
  const ended = new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, stdout, stderr, seconds, peak });
    });
  });
  return { child, ended };
}

export const tidemark = (args, options) => start(bin, args, options);

/** The seconds of processor that a process has taken. */
export function secondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100; // in ticks of the clock, of which Linux has 100
  } catch {
    return 0;
  }
}

function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
  } catch {
    return 0;
  }
}
