// Jest in Jest: two test files in one process, and its own check for what is left open.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const cli = join(dirname(require.resolve('jest/package.json')), 'bin/jest.js');

function runJest(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: unknown; output: string }> {
  const config = join(__dirname, 'fixture-jest/jest.config.cjs');
  return new Promise((resolve) => {
    const command = [cli, '--config', config, '--runInBand', ...args];
    execFile(process.execPath, command, { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, output: stdout + stderr });
    });
  });
}

test('two test files share a process', async () => {
  const { code, output } = await runJest([]);
  expect(output).toMatch(/Tests: +4 passed, 4 total/);
  expect(code).toBe(0);
});

test.each([
  ['after close()', {}],
  ['without it', { LEFT_OPEN: '1' }],
])('nothing is open %s', async (_, env) => {
  const { code, output } = await runJest(['--detectOpenHandles'], env);
  expect(output).toMatch(/Tests: +4 passed, 4 total/);
  expect(output).not.toMatch(/open handle|did not exit/i);
  expect(code).toBe(0);
});
