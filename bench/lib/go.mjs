// The Go side of the benchmarks: bench/go is built against a checkout, run, its output read and given to benchstat.
import { execFile } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { goEnv } from '../../scripts/lib/go-env.mjs';
import { bench, output } from './paths.mjs';
import { Problem } from './problem.mjs';

const execute = promisify(execFile);
const options = { cwd: bench, maxBuffer: 1 << 28 };

/**
 * Builds the benchmarks of this checkout against the engine of the one at `root`, and returns the program. Internal
 * packages are open to them wherever the product's module is, so only a copy of go.mod need name another place.
 */
export async function build(root, name) {
  await mkdir(output, { recursive: true });
  const module = join(output, `${name}.mod`);
  const program = join(output, `${name}.test`);
  await copyFile(join(bench, 'go.mod'), module);
  await copyFile(join(bench, 'go.sum'), join(output, `${name}.sum`));
  await go('mod', 'edit', `-replace=tidemark=${root}`, module);
  // -mod=mod: a checkout of another time may require other versions.
  try {
    await go('test', '-c', '-mod=mod', `-modfile=${module}`, '-o', program, './go');
  } catch (error) {
    const advice = 'An engine with other internal packages cannot be measured so: leave out the measure `engine`.';
    throw new Problem(`The Go benchmarks do not build against ${root}. ${advice}\n${error.message}`);
  }
  return program;
}

/** Runs the benchmarks that match, once each, and returns what they print. */
export async function run(program, { match, time, files }) {
  const flags = ['-test.run=^$', `-test.bench=${match}`, `-test.benchtime=${time}`, '-test.cpu=1'];
  try {
    return (await execute(program, [...flags, ...files], options)).stdout;
  } catch (error) {
    // 1: a benchmark has failed, which the output tells beside the figures of the others.
    if (error.code === 1) return error.stdout;
    throw new Error(`The Go benchmarks ended with ${error.code ?? error.signal}:\n${error.stderr}`);
  }
}

/** The figures in what `run` returned, by unit: `{ work, contender, page, figures: { 'MB/s': 55.5, … } }`. */
export function readFigures(text) {
  return [...text.matchAll(/^Benchmark(\w+)\/contender=([^/\s]+)\/page=(\S+)\s+\d+\s+(.*)$/gm)].map(
    ([, work, contender, page, line]) => {
      const figures = [...line.matchAll(/(\S+) (\S+)/g)].map(([, value, unit]) => [unit, Number(value)]);
      return { work, contender, page, figures: Object.fromEntries(figures) };
    },
  );
}

/** The benchmarks that failed in what `run` returned, each with its reason. */
export function readFailures(text) {
  const failure = /^--- FAIL: Benchmark(\w+)\/contender=([^/\s]+)\/page=(\S+)\n\s+\S+: (.*)$/gm;
  return [...text.matchAll(failure)].map(([, work, contender, page, reason]) => ({ work, contender, page, reason }));
}

/** What benchstat says of two files of such output. It needs six rounds to tell how sure it is. */
export function benchstat(before, after) {
  const filter = '/contender:tidemark .unit:(sec/op OR B/op OR allocs/op)';
  return go('tool', 'benchstat', '-filter', filter, '-row', '.name,/page', `before=${before}`, `after=${after}`);
}

/** Modules with their versions, as `path version`. */
export async function versions(modules) {
  return (await go('list', '-m', ...modules)).trim().split('\n');
}

async function go(...args) {
  try {
    return (await execute('go', args, { ...options, env: goEnv() })).stdout;
  } catch (error) {
    throw new Problem(`go ${args.join(' ')} failed: ${(error.stderr || error.message).trim()}`);
  }
}
