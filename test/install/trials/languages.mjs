// What programs are written in, and what runs them.
import { join } from 'node:path';
import { expectBackend, Failed, module, script } from '../project.mjs';
import { tool } from '../tools.mjs';

function installed(make, ...others) {
  const project = make();
  project.npm(['install', 'tidemark', ...others]);
  return project;
}

const typed = `
import { AsyncConverter, backend, type Backend, convert, type Options } from 'tidemark';
const options: Options = { headingStyle: 'setext' };
const found: Backend = backend();
export const markdown: Promise<string> = new AsyncConverter(options).convert('<h1>Ebb</h1>');
void convert('<p>', { timeout: 1000 }).then(() => console.log('backend=' + found.name));
`;

const compiled = (file, compilerOptions) => (make) => {
  const project = installed(make, 'typescript@5.9.3', '@types/node@20');
  project.write(file, typed);
  const all = { strict: true, target: 'es2022', outDir: 'out', types: ['node'], ...compilerOptions };
  project.write('tsconfig.json', JSON.stringify({ compilerOptions: all, files: [file] }));
  project.node(['node_modules/typescript/bin/tsc', '-p', '.']);
  const out = `out/${file.replace(/ts$/, 'js')}`;
  return { backend: expectBackend(project.node([out]), 'addon') };
};

const test = `
test('tidemark', async () => {
  const { backend, convert } = await import('tidemark');
  expect(await convert('<b>ebb</b>')).toBe('**ebb**');
  console.log('backend=' + backend().name);
});
`;

export const trials = {
  CommonJS: (make) => {
    const project = installed(make);
    project.write('app.cjs', script);
    return { backend: expectBackend(project.node(['app.cjs']), 'addon') };
  },
  'ES modules': (make) => {
    const project = installed(make);
    project.write('app.mjs', module);
    return { backend: expectBackend(project.node(['app.mjs']), 'addon') };
  },
  'TypeScript, node16': compiled('app.mts', { module: 'node16', moduleResolution: 'node16' }),
  'TypeScript, nodenext, CommonJS': compiled('app.cts', { module: 'nodenext', moduleResolution: 'nodenext' }),
  'TypeScript, bundler': compiled('app.ts', {
    module: 'preserve',
    moduleResolution: 'bundler',
    outDir: 'out',
    moduleDetection: 'force',
  }),
  tsx: (make) => {
    const project = installed(make, 'tsx@4.23.15');
    project.write('app.ts', typed);
    return { backend: expectBackend(project.node(['node_modules/tsx/dist/cli.mjs', 'app.ts']), 'addon') };
  },
  Jest: (make) => {
    const project = installed(make, 'jest@30.5.2');
    project.write('app.test.cjs', test.replace("await import('tidemark')", "require('tidemark')"));
    project.write('two.test.cjs', test.replace("await import('tidemark')", "require('tidemark')"));
    project.write('jest.config.json', '{ "testMatch": ["**/*.test.cjs"], "maxWorkers": 1 }');
    const { stdout, stderr } = project.node(['node_modules/jest/bin/jest.js', '--config', 'jest.config.json']);
    return { backend: expectBackend({ stdout: stdout + stderr, stderr }, 'addon') };
  },
  'Jest, jsdom': (make) => {
    const project = installed(make, 'jest@30.5.2', 'jest-environment-jsdom@30.5.2');
    project.write('app.test.cjs', test.replace("await import('tidemark')", "require('tidemark')"));
    project.write('jest.config.json', '{ "testMatch": ["**/*.test.cjs"], "testEnvironment": "jsdom" }');
    const { stdout, stderr } = project.node(['node_modules/jest/bin/jest.js', '--config', 'jest.config.json']);
    return { backend: expectBackend({ stdout: stdout + stderr, stderr }, 'addon') };
  },
  Vitest: (make) => {
    const project = installed(make, 'vite@8.3.8', 'vitest@4.1.12');
    project.write('app.test.mjs', `import { expect, test } from 'vitest';${test}`);
    const { stdout, stderr } = project.node(['node_modules/vitest/vitest.mjs', 'run']);
    return { backend: expectBackend({ stdout, stderr }, 'addon') };
  },
  'node:test': (make) => {
    const project = installed(make);
    project.write(
      'app.test.mjs',
      `import { test } from 'node:test';test('tidemark', async () => { ${module.replaceAll(/^import .*$/gm, '')} });\n${module.match(/^import .*$/m)[0]}`,
    );
    return { backend: expectBackend(project.node(['--test', '--test-reporter=tap']), 'addon') };
  },
  'Node.js 22': (make) => other(make, 'node22'),
  'Node.js 26': (make) => other(make, 'node26'),
  'Deno, without ffi': (make) => {
    const project = installed(make);
    project.write('app.mjs', module);
    const args = [
      'run',
      '--no-prompt',
      '--node-modules-dir=manual',
      '--allow-read',
      '--allow-env',
      '--allow-sys',
      'app.mjs',
    ];
    return { backend: expectBackend(project.run(tool('deno'), args), 'wasm') };
  },
  'a single executable': (make) => {
    const project = installed(make, 'esbuild@0.28.2');
    project.write('app.cjs', script);
    project.run(join(project.folder, 'node_modules/esbuild/bin/esbuild'), [
      'app.cjs',
      '--bundle',
      '--platform=node',
      '--outfile=bundle.cjs',
    ]);
    project.write(
      'sea.json',
      JSON.stringify({ main: 'bundle.cjs', output: 'app.blob', disableExperimentalSEAWarning: true }),
    );
    const node = tool('node22');
    project.run(node, ['--experimental-sea-config', 'sea.json']);
    project.run('cp', [node, 'app']);
    project.npm(['install', 'postject@1.0.0-alpha.6']);
    const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
    project.node(['node_modules/postject/dist/cli.js', 'app', 'NODE_SEA_BLOB', 'app.blob', '--sentinel-fuse', fuse]);
    project.run('rm', ['-rf', 'node_modules', 'bundle.cjs']);
    const ended = project.run('./app', []);
    if (/Error/.test(ended.stderr)) throw new Failed(ended.stderr);
    return { backend: expectBackend(ended, 'wasm') };
  },
};

function other(make, node) {
  const project = installed(make);
  project.write('app.cjs', script);
  return { backend: expectBackend(project.run(tool(node), ['app.cjs']), 'addon') };
}
