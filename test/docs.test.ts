import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import { node, root, run } from './support/child';

// The examples of the documentation, as the programs that a reader would make of them: each is run as an ES module, or as
// CommonJS if it requires. Where a comment follows `console.log(...);` or a conversion that is a statement, it is what is
// printed, or returned; … stands for any text. Examples in TypeScript are checked too. They lie in the repository, so that
// `tidemark` is this package.
const folder = join(root, 'build', 'examples');

interface Example {
  name: string;
  language: string;
  code: string;
}

function examples(file: string): Example[] {
  const blocks = readFileSync(file, 'utf8').matchAll(
    /^( *)```(js|mjs|cjs|ts|javascript|typescript)\b.*\n([\s\S]*?)^\1```$/gm,
  );
  return Array.from(blocks, ([, indent = '', language = '', code = ''], i) => ({
    name: `${basename(file, '.md')}-${i + 1}`,
    language,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

// Those that take packages of their own are run beside these.
const isRunElsewhere = (name: string) =>
  existsSync(join(root, 'test', 'integrations', name.replace('.md', ''), 'package.json'));

// The fences in markdown-rules.md are what HTML becomes, not programs; core/docs_test.go checks them. The program in scale.md takes a Redis, which
// test/scale/docs.test.ts has.
const elsewhere = ['markdown-rules.md', 'scale.md'];

function documents(): string[] {
  const docs = ['docs', 'docs/guides'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  );
  const isRunHere = (name: string) => name.endsWith('.md') && !elsewhere.includes(name) && !isRunElsewhere(name);
  return [join(root, 'README.md'), ...docs.filter((path) => isRunHere(basename(path)))].filter(existsSync);
}

const isTypeScript = ({ language }: Example) => language.startsWith('t');
const requires = ({ code }: Example) => /\brequire\(/.test(code) && !/^import /m.test(code);

function javaScript(example: Example): string {
  if (!isTypeScript(example)) return example.code;
  return transformSync(example.code, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }).code;
}

const printing = /^( *)console\.log\(.*\); \/\/ (.*)$/;
const converting = /^( *)((?:await )?[\w.]*convert(?:Sync)?\(.*\)); \/\/ (.*)$/i;

/** The same with as much time as there is: what it is to print does not hang on the machine. */
const unhurried = (code: string) => code.replaceAll(/(?<=\btimeout: |\bAbortSignal\.timeout\()[\d_]+/g, '2147483647');

/** The example with its commented conversions printed, and a pattern for all that it prints. */
function withOutput(code: string): { program: string; output: RegExp } {
  const output: string[] = [];
  const program = code.split('\n').map((line) => {
    const [, indent, expression, value] = converting.exec(line) ?? [];
    const promised = value ?? printing.exec(line)?.[2];
    if (promised !== undefined) output.push(promised);
    return expression === undefined ? line : `${indent}console.log(${expression});`;
  });
  const escaped = output.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(/\s*…\s*/g, '[^]*'));
  return { program: program.join('\n'), output: new RegExp(`^${escaped.join('\n')}\n?$`) };
}

const all = documents().flatMap(examples);

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the README has examples', () => {
  expect(all.filter(({ name }) => name.startsWith('README')).length).toBeGreaterThan(0);
});

describe('runs', () => {
  test.each(all)('$name', (example) => {
    const file = join(folder, `${example.name}.${requires(example) ? 'cjs' : 'mjs'}`);
    const { program, output } = withOutput(unhurried(javaScript(example)));
    writeFileSync(file, program);
    expect(node([file])).toEqual({ status: 0, stdout: expect.stringMatching(output), stderr: '' });
  });
});

test('those in TypeScript are right', () => {
  const typed = all.filter(isTypeScript);
  for (const { name, code } of typed) writeFileSync(join(folder, `${name}.mts`), code);
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: { paths: {}, noUnusedLocals: false },
    include: ['*.mts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  if (typed.length > 0) expect(run('npx', ['tsc', '-p', folder])).toMatchObject({ stdout: '', status: 0 });
});
