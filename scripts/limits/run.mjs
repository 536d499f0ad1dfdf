// The run: a process for each case, some at a time, and what became of them.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { caseName, cases, unlimited } from './cases.mjs';
import { Container, NoContainers } from './container.mjs';
import { judge } from './judge.mjs';
import { report } from './report.mjs';

const child = fileURLToPath(new URL('child.mjs', import.meta.url));
const mebibyte = 2 ** 20;

/** @returns {Promise<number>} the exit code: 0 if all held, 1 if not, 2 where it cannot be tried */
export async function run(options) {
  const all = cases(options);
  const results = [];
  const left = all.values();
  async function work() {
    for (const one of left) {
      const result = { ...one, ...(await carryOut(one, options.seconds)) };
      results.push(result);
      if (options.json !== undefined) appendFileSync(options.json, `${JSON.stringify(result)}\n`);
      say(results.length, all.length, result);
    }
  }
  try {
    await Promise.all(Array.from({ length: options.jobs }, work));
  } catch (error) {
    if (!(error instanceof NoContainers)) throw error;
    console.error(`limits: ${error.message} Without them there is --limits ${unlimited}.`);
    return 2;
  }
  return conclude(inOrder(all, results), options);
}

const inOrder = (all, results) => {
  const byName = new Map(results.map((result) => [caseName(result), result]));
  return all.map((one) => byName.get(caseName(one)));
};

function conclude(results, options) {
  const faults = results.filter(({ fault }) => fault !== undefined);
  console.log(`${report(results, options)}\n`);
  for (const result of faults) console.log(`FAILED  ${caseName(result)}: ${result.fault} ${result.said ?? ''}`);
  console.log(`limits: ${results.length} processes, ${faults.length === 0 ? 'all held' : `${faults.length} faults`}`);
  return faults.length === 0 ? 0 : 1;
}

function say(done, count, { fault, skipped, counts, ...result }) {
  const what = fault ?? skipped ?? Object.entries(counts).join(' ');
  console.error(`${String(done).padStart(String(count).length)}/${count}  ${caseName(result)}: ${what}`);
}

async function carryOut({ family, size, way, limit }, seconds) {
  const command = [process.execPath, '--expose-gc', child, family, String(size), way];
  if (limit === unlimited) return judge(await watch(command, seconds));
  const container = new Container(limit * mebibyte);
  try {
    const ended = await watch(container.wrap(command), seconds);
    return judge({ ...ended, used: container.peak });
  } finally {
    await container.remove();
  }
}

function watch([program, ...args], seconds) {
  const ended = { late: false, stdout: '', stderr: '' };
  const running = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of ['stdout', 'stderr']) {
    running[stream].setEncoding('utf8').on('data', (text) => {
      if (ended[stream].length < mebibyte) ended[stream] += text;
    });
  }
  const timer = setTimeout(() => {
    ended.late = true;
    running.kill('SIGKILL');
  }, seconds * 1000);
  return new Promise((resolve, reject) => {
    running.on('error', reject);
    running.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ ...ended, code, signal });
    });
  });
}
