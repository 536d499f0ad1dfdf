import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { node, nodeModule, root } from '../support/child';

// What npm run test:safety does with many documents: other readers than goldmark, which the engine's own test asks, render the
// Markdown of documents as an attacker would write them. SAFETY_DOCUMENTS and SAFETY_SEED choose how many, and which.

test('nothing comes out that the document does not show', () => {
  const { SAFETY_DOCUMENTS: documents = '2000', SAFETY_SEED: seed = '1' } = process.env;
  const args = ['--documents', documents, '--seed', seed];
  const { status, stdout, stderr } = node([join(root, 'test', 'safety', 'run.mjs'), ...args]);
  expect({ status, stdout, stderr }).toMatchObject({ status: 0, stderr: '' });
  for (const reader of ['micromark', 'markdown-it', 'marked']) {
    expect(stdout).toContain(`${reader}: ${documents} documents, 0 not safe`);
  }
});

test.each([
  '<img src=x onerror=alert(1)>',
  '<img src="i" onerror="alert(1)">',
  '<a href=" JAVA&#9;SCRIPT:x">a</a>',
  '<a href="&nbsp;vbscript:x">a</a>',
  '<a href="/v">a</a>',
  '<script></script>',
  '<mark>a</mark>',
  '<!-- a -->',
  '<p style="a">b</p>',
])('the judge finds %s', (rendered) => {
  const { stdout } = nodeModule(`
    import { judge } from './test/safety/judge.mjs';
    const document = { html: '<a href="/u">a</a><img src="i">', options: {}, markdown: 'a' };
    console.log(JSON.stringify(judge(document, { micromark: ${JSON.stringify(rendered)}, marked: '<a href="/u">a</a>' })));
  `);
  expect(JSON.parse(stdout)).toEqual({ micromark: expect.any(Array) });
});
