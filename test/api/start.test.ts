import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { node, type Outcome, root, withFolder } from '../support/child';

const start = (args: string[], input = ''): Outcome => node([join('scripts', 'start.mjs'), ...args], {}, input);
const report =
  /^\d+ bytes of HTML, \d+ characters of Markdown: \d+\.\d\d ms at first, then \d+\.\d\d ms, \d+\.\d MB\/s\n$/;

describe('npm start', () => {
  test('shows a real page', () => {
    const { status, stdout, stderr } = start([]);
    expect(status).toBe(0);
    expect(stderr).toMatch(report);
    expect(stdout).toContain('# Go 1 Release Notes\n');
    expect(stdout.length).toBeGreaterThan(30_000);
  });

  test('converts a file, and standard input', () => {
    withFolder({ 'page.html': '<h1>Ebb</h1>' }, (folder) => {
      expect(start([join(folder, 'page.html')])).toEqual({
        status: 0,
        stdout: '# Ebb\n',
        stderr: expect.stringMatching(report),
      });
    });
    expect(start(['-'], '<h1>Flow</h1>')).toEqual({
      status: 0,
      stdout: '# Flow\n',
      stderr: expect.stringMatching(report),
    });
  });

  test('says in one line what it cannot read', () => {
    expect(start(['nowhere.html'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'tidemark: nowhere.html: no such file\n',
    });
    expect(start(['scripts'])).toEqual({ status: 1, stdout: '', stderr: 'tidemark: scripts: is a directory\n' });
  });

  test('ends quietly when its reader does', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `set -o pipefail; node scripts/start.mjs | head -n 1`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(report);
    expect(status).toBe(0);
  });
});
