import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeScript, root, withFolder } from '../support/child';

const load = `try { require('tidemark'); console.log('loaded'); } catch (error) { console.log(error.message); }`;

// What else can be wrong is in test/package/broken.test.ts.
describe('an addon that cannot be loaded', () => {
  test('is reported when the package is loaded: what was tried, why, what to do', () => {
    const { stdout } = nodeScript(load, { TIDEMARK_BINARY_PATH: '/nowhere/tidemark.node' });
    expect(
      stdout,
    ).toBe(`tidemark could not load its native addon on ${process.platform}-${process.arch}, Node.js ${process.version}.
Tried:
  /nowhere/tidemark.node (from TIDEMARK_BINARY_PATH): no such file
What to do:
  Let TIDEMARK_BINARY_PATH name an addon built for this platform, or unset it.
`);
  });

  test('a file that is no addon', () => {
    withFolder({ 'broken.node': 'not an ELF file' }, (folder) => {
      const { stdout } = nodeScript(load, { TIDEMARK_BINARY_PATH: join(folder, 'broken.node') });
      expect(stdout).toMatch(/broken\.node \(from TIDEMARK_BINARY_PATH\): .*(too short|invalid ELF)/);
    });
  });
});

describe('a fault of the engine', () => {
  const addon = join(root, 'build', 'tidemark.testhooks.node');
  const env = { TIDEMARK_BINARY_PATH: addon };

  test('the build with test hooks is there', () => expect(existsSync(addon)).toBe(true));

  test('rejects with ERR_INTERNAL, and the next calls work', () => {
    const source = `
      const { ConvertError, convert, convertSync, stats } = require('tidemark');
      const bad = '<!--tidemark:panic-->';
      (async () => {
        const error = await convert(bad).catch((error) => error);
        console.log(error instanceof ConvertError, error.code, await convert('ebb'));
        try { convertSync(bad) } catch (error) { console.log(error instanceof ConvertError, error.code, convertSync('ebb')) }
        const many = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => convert(i % 2 ? bad : 'ebb')));
        console.log(many.filter(({ reason }) => reason?.code === 'ERR_INTERNAL').length, stats().failed, stats().running);
      })();`;
    expect(nodeScript(source, env)).toEqual({
      status: 0,
      stderr: '',
      stdout: 'true ERR_INTERNAL ebb\ntrue ERR_INTERNAL ebb\n50 51 0\n',
    });
  });
});
