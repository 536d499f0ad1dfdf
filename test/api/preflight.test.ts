import { mkdirSync, readdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nodeScript, type Outcome, run } from '../support/child';

// A process with limits gets a sentence when it loads the package, or all that it needs. The Go runtime would end it otherwise.
const linux = process.platform === 'linux';
const onLinux = linux ? describe : describe.skip;

const program = `
  console.log('started');
  try { require('tidemark') } catch (error) { console.log(error.message); process.exit(0); }
  const { convert, convertSync } = require('tidemark');
  const html = '<p>tide <b>water</b></p>'.repeat(5e6 / 24);
  convert(html).then((markdown) => console.log(markdown === convertSync(html) ? 'converted' : 'wrong'));`;

const refusal =
  /^started\ntidemark could not load its native addon on .*\nTried:\n {2}\/.*\/build\/tidemark.node: with \d+ processors .* needs .*\nWhat to do:\n {2}Raise .*\n$/;

/** Runs the program with what a line of shell does before it. */
function limited(line: string, env: NodeJS.ProcessEnv = {}): Outcome {
  const shell = `${line} && exec "$0" --eval "$1"`;
  return run('bash', ['-c', shell, process.execPath, program], { env: { TIDEMARK_BACKEND: 'addon', ...env } });
}

/** What a user may see. Where Node.js itself does not start, or only just, there is nothing to be seen. */
function expectGood({ status, stdout, stderr }: Outcome): void {
  if (!stdout.startsWith('started\n')) return;
  if (stdout !== 'started\nconverted\n') expect(stdout).toMatch(refusal);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

/** The number that the sentence of a refusal tells to give. */
const advised = ({ stdout }: Outcome) => Number(/`ulimit -\w (\d+)`/.exec(stdout)?.[1]);

onLinux.each([
  ['address space', 'v', [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 8]],
  ['data', 'd', [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.2, 1.5, 2]],
])('a limit on %s', (_, letter, gibibytes) => {
  test.each(gibibytes)('of %d GiB', (limit) => {
    expectGood(limited(`ulimit -${letter} ${Math.floor(limit * 2 ** 20)}`));
  });

  test('that is too low is told, with one that is enough', () => {
    const stack = 'ulimit -s 102400'; // with such stacks Node.js starts where the addon cannot
    const low = limited(`${stack}; ulimit -${letter} ${letter === 'v' ? 2.2e6 : 1.2e6}`);
    expect(low).toEqual({ status: 0, stdout: expect.stringMatching(refusal), stderr: '' });
    const enough = advised(low) + 256 * 1024; // no two processes take the same
    expect(limited(`${stack}; ulimit -${letter} ${enough}`)).toMatchObject({
      status: 0,
      stdout: 'started\nconverted\n',
    });
  });

  test('is lower where less is asked', () => {
    const need = (processors: number) =>
      advised(limited(`ulimit -${letter} ${letter === 'v' ? 2e6 : 7e5}`, { GOMAXPROCS: String(processors) }));
    expect(need(64)).toBeGreaterThan(need(32));
  });
});

onLinux('a limit on threads', () => {
  const counts = [8, 10, 12, 14, 16, 18, 20, 22, 24, 32];
  const withTwo = { GOMAXPROCS: '2' };

  describe('of a user', () => {
    // Of root nothing is asked; the user who is nobody has no other threads.
    const root = process.getuid?.() === 0;
    const as = (count: number) =>
      root
        ? limited(`ulimit -u ${count}; exec setpriv --reuid 65534 --clear-groups "$0" --eval "$1"`, withTwo)
        : limited(`ulimit -u ${ownThreads() + count}`, withTwo);

    test.each(counts)('of %d', (count) => expectGood(as(count)));
    test('that is too low', () =>
      expect(as(14)).toEqual({ status: 0, stdout: expect.stringMatching(refusal), stderr: '' }));
    test('that is enough', () => expect(as(100)).toMatchObject({ status: 0, stdout: 'started\nconverted\n' }));
  });

  const folder = groupFolder();
  (folder === undefined ? describe.skip : describe)('of a control group', () => {
    const group = join(String(folder), `tidemark-test-${process.pid}`);
    beforeAll(() => {
      mkdirSync(group);
    });
    afterAll(() => rmdirSync(group));
    const within = (count: number) => {
      writeFileSync(join(group, 'pids.max'), String(count));
      return limited(`echo $$ > ${join(group, 'cgroup.procs')}`, withTwo);
    };

    test.each(counts)('of %d', (count) => expectGood(within(count)));
    test('that is too low', () => {
      const { stdout } = within(14);
      expect(stdout).toMatch(refusal);
      expect(stdout).toContain('--pids-limit');
    });
    test('that is enough', () => expect(within(100)).toMatchObject({ status: 0, stdout: 'started\nconverted\n' }));
  });
});

onLinux('what is asked', () => {
  test('is nothing where the addon is loaded already', () => {
    const { stdout } = nodeScript(`
      require('tidemark');
      const { execFileSync } = require('node:child_process');
      const { Worker } = require('node:worker_threads');
      const size = 1024 * require('node:fs').readFileSync('/proc/self/status', 'utf8').match(/VmSize:\\s+(\\d+)/)[1];
      execFileSync('prlimit', ['--pid', process.pid, '--as=' + (size + 2 ** 30)]);
      new Worker("require('tidemark'); console.log('loaded')", { eval: true });`);
    expect(stdout).toBe('loaded\n');
  });

  test('may not be readable', () => {
    const { stdout } = nodeScript(`
      const fs = require('node:fs');
      const { readFileSync } = fs;
      fs.readFileSync = (file, ...rest) => {
        if (/^.(proc|sys)/.test(file)) throw new Error('not permitted');
        return readFileSync(file, ...rest);
      };
      console.log(require('tidemark').convertSync('<p>tide'));`);
    expect(stdout).toBe('tide\n');
  });
});

onLinux('the room that limits leave', () => {
  const room = (line: string) =>
    run('bash', [
      '-c',
      `${line}; exec "$0" --print "$1"`,
      process.execPath,
      "require('tidemark'); require('./dist/native/preflight.js').addressRoom()",
    ]).stdout;

  test('is that of the tighter one', () => {
    expect(room(':')).toBe('undefined\n');
    const [wide, tight] = [Number(room('ulimit -v 20000000')), Number(room('ulimit -v 20000000; ulimit -d 3000000'))];
    expect(wide).toBeGreaterThan(8e9);
    expect(tight).toBeGreaterThan(1e8);
    expect(tight).toBeLessThan(3e9);
  });
});

function ownThreads(): number {
  const user = process.getuid?.();
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statSync(`/proc/${name}`, { throwIfNoEntry: false })?.uid === user)
    .reduce((sum, name) => sum + readdirSync(`/proc/${name}/task`).length, 0);
}

/** A folder in which control groups with a limit of threads can be made, which takes root. */
function groupFolder(): string | undefined {
  if (!linux || process.getuid?.() !== 0) return undefined;
  return ['/sys/fs/cgroup/pids', '/sys/fs/cgroup'].find((folder) => {
    try {
      const probe = join(folder, `tidemark-probe-${process.pid}`);
      mkdirSync(probe);
      const there = readdirSync(probe).includes('pids.max');
      rmdirSync(probe);
      return there;
    } catch {
      return false;
    }
  });
}
