import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const bytes = readFileSync(join(__dirname, '../../build/wasm/tidemark.wasm'));

test('the module names its functions, for reports, and no lines of its sources', () => {
  expect(bytes.includes('tidemark/core/internal/html.(*Parser).flow')).toBe(true);
  expect(bytes.includes('tidemark/core/internal/html/flow.go')).toBe(false);
});
