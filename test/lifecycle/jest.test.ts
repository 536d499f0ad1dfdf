// Jest in Jest: two test files in one process, and its own check for what is left open.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const cli = join(dirname(require.resolve('jest/package.json')), 'bin/jest.js');

function runJest(...args: string[]): Promise<{ code: unknown; output: string }> {
  const config = join(__dirname, 'fixture-jest/jest.config.cjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, '--config', config, '--runInBand', ...args], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, output: stdout + stderr });
    });
  });
}

test('two test files share a process', async () => {
  const { code, output } = await runJest();
  expect(output).toMatch(/Tests: +4 passed, 4 total/);
  expect(code).toBe(0);
});

test('nothing is open after close()', async () => {
  const { code, output } = await runJest('--detectOpenHandles');
  expect(output).toMatch(/Tests: +4 passed, 4 total/);
  expect(output).not.toMatch(/open handle|did not exit/i);
  expect(code).toBe(0);
});
