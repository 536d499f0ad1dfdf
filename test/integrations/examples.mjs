import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

// As test/docs.test.ts has it: where a comment follows `console.log(...);` it is what is printed, and … stands for any text.
const printing = /^ *console\.log\(.*\); \/\/ (.*)$/;

/** Writes a test for each example of a document to a folder, and returns their paths. */
export function writeExamples(document, folder) {
  if (!existsSync(document)) return [];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const blocks = readFileSync(document, 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm);
  return Array.from(blocks, ([, code], i) => {
    const file = join(folder, `${basename(document, '.md')}-${i + 1}`);
    writeFileSync(`${file}.mjs`, code);
    writeFileSync(`${file}.test.mjs`, testOf(`${file}.mjs`, code));
    return `${file}.test.mjs`;
  });
}

function testOf(file, code) {
  const promised = code.split('\n').flatMap((line) => printing.exec(line)?.[1] ?? []);
  const escaped = promised.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(/\s*…\s*/g, '[^]*'));
  return `
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
test(${JSON.stringify(basename(file))}, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [${JSON.stringify(file)}], { cwd: import.meta.dirname, encoding: 'utf8', timeout: 300_000 });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  assert.match(stdout, new RegExp(${JSON.stringify(`^${escaped.join('\n')}\n?$`)}));
});
`;
}
