import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nodeScript, root } from '../support/child';

// In the build with test hooks, so that the large documents surely run: they end when they are aborted.
test('small documents are converted while every worker is at a large one', () => {
  const source = `
    const { configure, convert, stats } = require('tidemark');
    const large = '<!--tidemark:wait-->' + 'x'.repeat(2 ** 20);
    const controller = new AbortController();
    (async () => {
      const { workers } = stats();
      const waiting = Array.from({ length: 2 * workers }, () => convert(large, { signal: controller.signal }).catch(() => 'aborted'));
      while (stats().running < workers) await new Promise(setImmediate);
      console.log(await convert('ebb'), (await Promise.all(Array(100).fill('flow').map((html) => convert(html)))).length);
      console.log(stats().running - workers, stats().queued - workers);
      controller.abort();
      console.log(new Set(await Promise.all(waiting)));
    })();`;
  expect(nodeScript(source, { TIDEMARK_BINARY_PATH: join(root, 'build', 'tidemark.testhooks.node') })).toEqual({
    status: 0,
    stderr: '',
    stdout: "ebb 100\n0 0\nSet(1) { 'aborted' }\n",
  });
});
