import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root, run } from '../support/child';

// What was written for the types of Turndown is right with these, too. The programs lie in the repository, so that `tidemark` is this package.
const folder = join(root, 'build', 'turndown-types');
const theirs = dirname(require.resolve('@types/turndown/package.json'));

function compile(program: string, lib: string[]) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'program.ts'), program);
  const compilerOptions = {
    lib,
    module: 'node20',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    paths: { turndown: [join(theirs, 'index.d.ts')] },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  return run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', folder]);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = `
  const options: TurndownService.Options = {
    headingStyle: 'atx', hr: '***', br: '  ', bulletListMarker: '+', codeBlockStyle: 'fenced', fence: '~~~', emDelimiter: '*', strongDelimiter: '__',
    linkStyle: 'referenced', linkReferenceStyle: 'shortcut', preformattedCode: true,
    keepReplacement: (content, node) => node.outerHTML,
    blankReplacement: (content, node) => (node.isBlock ? content : ''),
    defaultReplacement: (content) => content,
  };
  // @ts-expect-error a value that the option does not take
  const wrong: TurndownService.Options = { headingStyle: 'underlined' };
  const service = new TurndownService(options);
  const filter: TurndownService.Filter = (node, { hr }) => hr === '***' && node.nodeName === 'B' && node.getAttribute('a') !== null;
  const rule: TurndownService.Rule = { filter, replacement: (content, node, { br }) => content + node.textContent + br };
  const markdown: string = service.addRule('b', rule).keep('u').remove(['q']).use([(one) => one.keep(['ins'])]).turndown('a');
  const promised: Promise<string> = service.turndownAsync('a', { timeout: 1, signal: AbortSignal.abort() });
  const patient: TurndownService.Rule = { filter: 'b', replacement: async (content) => content };
  // @ts-expect-error a document of the wrong type
  service.turndown(5);
  export { markdown, patient, promised, wrong };
`;

test('programs may use the names that the types of Turndown have', () => {
  const program = `import TurndownService = require('tidemark/turndown');\n${options}`;
  expect(compile(program, ['es2022', 'dom'])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('without the types of the DOM, too', () => {
  const signal =
    'declare const AbortSignal: { abort(): AbortSignal };\ninterface AbortSignal { readonly aborted: boolean }\n';
  const program = `import TurndownService = require('tidemark/turndown');\n${signal}${options}`;
  expect(compile(program, ['es2022']).stdout).not.toContain('program.ts');
});

test('plugins and functions that know the types of Turndown take this service, and elements', () => {
  const program = `
    import Theirs = require('turndown');
    import Ours = require('tidemark/turndown');
    const plugin: Theirs.Plugin = (service) => {
      service.addRule('del', { filter: ['del', 's'], replacement: (content, node, { br }) => content + node.nodeName + br });
    };
    const convert = (service: Pick<Theirs, 'turndown' | 'escape'>, element: HTMLElement) => service.turndown(element);
    const rule: Theirs.Rule = { filter: (node) => node instanceof HTMLElement, replacement: (content) => content };
    const ours = new Ours({ hr: '***' } satisfies Theirs.Options).use(plugin).addRule('rule', rule);
    export const markdown: string = convert(ours, document.body) + ours.turndown(document) + ours.turndown(new DocumentFragment());
  `;
  expect(compile(program, ['es2022', 'dom', 'dom.iterable'])).toEqual({ status: 0, stdout: '', stderr: '' });
});
