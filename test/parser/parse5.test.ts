import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { node, root, run } from '../support/child';

// Another parser that follows the standard must see the same tree: in the inputs of the golden tests, and in real pages where
// there are some beside the repository.
function pages(): string[] {
  const folders = [join(root, 'core/testdata/golden'), join(root, '../shared/fidelity/corpus/pages')];
  return folders
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.html') && isComparable(readFileSync(file)));
}

// The parsers take UTF-8. parse5 has the rules for <select> that the standard had until 2025, which drop elements in it.
function isComparable(source: Buffer): boolean {
  return isUtf8(source) && !/<select/i.test(source.toString());
}

function trees(output: { status: number | null; stdout: string; stderr: string }): string[] {
  if (output.status !== 0) throw new Error(output.stderr);
  return output.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('the trees are those of parse5', () => {
  const files = pages();
  expect(files.length).toBeGreaterThan(10);
  const input = files.join('\n');
  const ours = trees(run('go', ['run', './core/internal/tool/treedump'], { input }));
  const theirs = trees(node([join(__dirname, 'parse5.mjs')], {}, input));
  const different = files.filter((_, i) => ours[i] !== theirs[i]);
  expect(different).toEqual([]);
});
