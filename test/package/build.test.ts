import { chmodSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { node, type Outcome, root, run, withFolder } from '../support/child';

const build = (env: NodeJS.ProcessEnv, ...args: string[]): Outcome =>
  node([join('scripts', 'build-addon.mjs'), ...args], env);

function fakeGo(version: string): string {
  return `#!/bin/sh\necho '{"GOVERSION": "${version}", "CC": "no-such-compiler"}'\n`;
}

// What is missing on a user's machine is one sentence with what to install.
describe('the build script names', () => {
  test('a missing Go', () => {
    withFolder({}, (PATH) => {
      expect(build({ PATH })).toEqual({
        status: 1,
        stdout: '',
        stderr:
          "tidemark: Go is missing. Install Go 1.25 or newer from your system's packages or https://go.dev/dl and put it on PATH.\n",
      });
    });
  });

  test.each(['go1.24.9', 'go1.9'])('a Go that is too old: %s', (version) => {
    withFolder({ go: fakeGo(version) }, (PATH) => {
      chmodSync(join(PATH, 'go'), 0o755);
      expect(build({ PATH })).toEqual({
        status: 1,
        stdout: '',
        stderr: `tidemark: This Go is ${version}. Install Go 1.25 or newer.\n`,
      });
    });
  });

  test('a missing C compiler', () => {
    withFolder({ go: fakeGo('go1.25.0') }, (PATH) => {
      chmodSync(join(PATH, 'go'), 0o755);
      const { status, stderr } = build({ PATH, CC: '' });
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: expect.stringMatching(/^tidemark: A C compiler is missing\. Install gcc or clang .*\n$/),
      });
    });
  });

  test('a compiler in CC that is not there', () => {
    expect(build({ CC: 'no-such-compiler' })).toEqual({
      status: 1,
      stdout: '',
      stderr: 'tidemark: The C compiler that CC names, no-such-compiler, is missing.\n',
    });
  });

  test('an unknown argument', () => {
    expect(build({}, '--fast')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^tidemark: .*--fast/) });
  });
});

test('building again says one line, whatever the settings of Go around it', () => {
  const { status, stdout, stderr } = build({ GOFLAGS: '-mod=mod -buildvcs=true', GOWORK: '/nowhere/go.work' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^build\/tidemark\.node: \d+\.\d MB in \d+\.\d s\n$/);
});

// Go knows its folder by a link then, and does not build for what is set around it.
test('the addon is the same from another folder, whatever signs are in its name', () => {
  const hash = (file: string) => run('sha256sum', [file]).stdout.replace(/^\\?(\w+).*/s, '$1');
  withFolder({}, (parent) => {
    const folder = join(parent, 'it (1)', "c# R&D's");
    mkdirSync(folder, { recursive: true });
    for (const name of ['addon', 'core', 'internal', 'pool', 'scripts', 'go.mod', 'go.sum', 'package.json']) {
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const env = { GOOS: 'windows', GOARCH: 'arm64', GOAMD64: 'v3' };
    const { status, stderr } = run('node', ['scripts/build-addon.mjs'], { cwd: folder, env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(build({}).status).toBe(0);
    expect(hash(join(folder, 'build', 'tidemark.node'))).toBe(hash(join('build', 'tidemark.node')));
  });
});
