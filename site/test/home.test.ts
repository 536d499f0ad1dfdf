import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { convertSync } from '../../dist/index.js';

// The pages that are only here have no place among those whose examples are run.
test('the example of the home page is true', () => {
  const page = readFileSync(join(__dirname, '..', 'pages', 'index.md'), 'utf8');
  const block = (language: string) => new RegExp(`^(\`{3,})${language}\\n([^]*?)\\n\\1$`, 'm').exec(page)?.[2];
  expect(convertSync(block('html') ?? '', { baseUrl: 'https://pier.test/' })).toBe(block('markdown'));
});
