import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { node, root, run, withFolder } from '../support/child';
import { own } from '../support/installation';

const build = join('scripts', 'build-platform.mjs');
const addon = join('build', 'platforms', own, 'tidemark.node');
const bytes = (folder: string) => readFileSync(join(folder, addon));

describe('the addon of a platform', () => {
  test('asks for no more of a system than it may, and is the same from another folder', () => {
    const { status, stdout, stderr } = node([build, own]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^${own}: \\d\\.\\d\\d MB in .* s; needs GLIBC_2\\.(1[0-7]|\\d)\\n$`));
    withFolder({}, (folder) => {
      for (const name of ['addon', 'core', 'internal', 'pool', 'scripts', 'go.mod', 'go.sum', 'package.json']) {
        cpSync(join(root, name), join(folder, name), { recursive: true });
      }
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      expect(run(process.execPath, [build, own], { cwd: folder }).status).toBe(0);
      expect(bytes(folder).equals(bytes(root))).toBe(true);
    });
  });

  test('works', () => {
    const program = `require('tidemark').convert('<h1>Ebb</h1>').then(console.log)`;
    const env = { TIDEMARK_BINARY_PATH: join(root, addon) };
    expect(node(['--eval', program], env)).toEqual({ status: 0, stdout: '# Ebb\n', stderr: '' });
  });

  test('looks all up on Windows that is called of Node-API', () => {
    const calls = new Set<string>();
    const sources = readdirSync(join(root, 'addon'), { recursive: true, encoding: 'utf8' });
    for (const name of sources.filter((name) => /\.[ch]$/.test(name) && name !== 'host_windows.c')) {
      const code = readFileSync(join(root, 'addon', name), 'utf8').replaceAll(/\/\/.*/g, '');
      for (const [call] of code.matchAll(/\bnapi_\w+(?=\()/g)) calls.add(call);
    }
    const windows = readFileSync(join(root, 'addon', 'host_windows.c'), 'utf8');
    const found = [...windows.matchAll(/F\((napi_\w+)\)/g)].map(([, name]) => name);
    expect(found).toEqual([...calls].sort());
  });

  test('that there is not is told', () => {
    expect(node([build, 'plan9-mips'])).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^tidemark: There is no platform plan9-mips, but linux-x64-gnu, .*\n$/),
    });
  });
});
