import { describe, expect, test } from '@jest/globals';
import { nodeModule, nodeScript } from '../support/child';

const names = [
  'AsyncConverter',
  'ConvertError',
  'Converter',
  'backend',
  'chunkStream',
  'close',
  'configure',
  'convert',
  'convertAll',
  'convertStream',
  'convertSync',
  'estimateTokens',
  'extract',
  'extractAll',
  'extractSync',
  'pool',
  'reset',
  'stats',
  'stream',
  'version',
  'webStream',
];

describe('entry points', () => {
  test('ES modules and CommonJS have the same names', () => {
    const module = nodeModule(`import * as t from 'tidemark'; console.log(Object.keys(t).sort().join())`);
    const script = nodeScript(`console.log(Object.keys(require('tidemark')).sort().join())`);
    expect(module).toEqual({ status: 0, stderr: '', stdout: `${names.join()}\n` });
    expect(script).toEqual(module);
  });

  test('and the same state', () => {
    const source = `
      import { createRequire } from 'node:module';
      import * as module from 'tidemark';
      const script = createRequire(import.meta.url)(process.cwd() + '/dist/node/index.js');
      const error = await script.convert(5).catch((error) => error);
      const closed = script.close();
      console.log(
        error instanceof module.ConvertError,
        closed === module.close(),
        await module.convert('').catch(({ code }) => code),
      );`;
    expect(nodeModule(source)).toEqual({ status: 0, stderr: '', stdout: 'true true ERR_CLOSED\n' });
  });

  test('await works at the top level, and the process ends by itself', () => {
    const source = `import { convert } from 'tidemark'; console.log(await convert('<h1>Ebb</h1>'));`;
    expect(nodeModule(source)).toEqual({ status: 0, stderr: '', stdout: '# Ebb\n' });
  });

  test('a call in flight keeps the process open, its timeout does not', () => {
    const source = `
      const { convert } = require('tidemark');
      convert('<h1>Ebb</h1>', { timeout: 2 ** 31 - 1 }).then(console.log);
      console.log(process.getActiveResourcesInfo().includes('Timeout'));`;
    expect(nodeScript(source)).toEqual({ status: 0, stderr: '', stdout: 'false\n# Ebb\n' });
  });

  test('many calls may share a signal without a warning', () => {
    const source = `
      const { convert } = require('tidemark');
      const { signal } = new AbortController();
      Promise.all(Array.from({ length: 10_000 }, () => convert('ebb', { signal }))).then((all) => console.log(all.length));`;
    expect(nodeScript(source)).toEqual({ status: 0, stderr: '', stdout: '10000\n' });
  });
});

describe('an unhandled rejection shows', () => {
  test('the class, the code and the sentence', () => {
    const { status, stderr } = nodeScript(`require('tidemark').convert(5)`);
    expect(status).toBe(1);
    expect(stderr).toContain('ConvertError: Expected a string, Uint8Array or ArrayBuffer for html');
    expect(stderr).toContain("code: 'ERR_INVALID_ARG'");
  });
});
