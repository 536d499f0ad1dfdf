// Programs that are bundled whole, without any configuration for this package, and run where there is no node_modules.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expectBackend, module, script, sizeOf } from '../project.mjs';

const esbuild = (format, source) => (make) => {
  const project = make();
  project.npm(['install', 'tidemark', 'esbuild@0.28.2']);
  project.write('app.mjs', source);
  const name = format === 'esm' ? 'out/app.mjs' : 'out/app.cjs';
  const args = ['app.mjs', '--bundle', '--platform=node', `--format=${format}`, `--outfile=${name}`];
  project.run(esbuildProgram(project), args);
  return runBundle(project, name);
};

// Its script has been replaced by the program itself.
const esbuildProgram = (project) => join(project.folder, 'node_modules/esbuild/bin/esbuild');

/** Runs what has been bundled without what it was bundled of. */
function runBundle(project, file, wanted = 'wasm') {
  rmSync(join(project.folder, 'node_modules'), { recursive: true });
  return { backend: expectBackend(project.node([file]), wanted), bytes: sizeOf(join(project.folder, 'out')) };
}

const wrapped = module.replace(/^const markdown/m, 'const run = async () => {\nconst markdown').concat('};\nrun();\n');

const likeWebpack = (packages, command) => (make) => {
  const project = make();
  project.npm(['install', 'tidemark', ...packages]);
  project.write('src/index.js', script);
  const config = { mode: 'production', target: 'node', entry: './src/index.js' };
  project.write(
    'config.cjs',
    `module.exports = { ...${JSON.stringify(config)}, output: { path: __dirname + '/out', filename: 'app.cjs' } };`,
  );
  const { stdout } = project.node([command, '-c', 'config.cjs']);
  return { ...runBundle(project, 'out/app.cjs'), note: /\d+ warnings?/.exec(stdout)?.[0] ?? '' };
};

export const trials = {
  'esbuild, CommonJS': esbuild('cjs', wrapped),
  'esbuild, ES modules': esbuild('esm', module),
  'esbuild, packages external': (make) => {
    const project = make();
    project.npm(['install', 'tidemark', 'esbuild@0.28.2']);
    project.write('app.mjs', module);
    const args = [
      'app.mjs',
      '--bundle',
      '--platform=node',
      '--format=esm',
      '--packages=external',
      '--outfile=out/app.mjs',
    ];
    project.run(esbuildProgram(project), args);
    return { backend: expectBackend(project.node(['out/app.mjs']), 'addon') };
  },
  webpack: likeWebpack(['webpack@5.112.2', 'webpack-cli@6'], 'node_modules/webpack-cli/bin/cli.js'),
  Rspack: likeWebpack(['@rspack/core@1', '@rspack/cli@1'], 'node_modules/@rspack/cli/bin/rspack.js'),
  Rollup: (make) => {
    const project = make();
    const plugins = ['@rollup/plugin-node-resolve@16.0.3', '@rollup/plugin-commonjs@29.0.3'];
    project.npm(['install', 'tidemark', 'rollup@4', ...plugins]);
    project.write('app.mjs', module);
    project.write(
      'rollup.config.mjs',
      `import resolve from '@rollup/plugin-node-resolve';
       import commonjs from '@rollup/plugin-commonjs';
       export default {
         input: 'app.mjs',
         output: { file: 'out/app.mjs', format: 'es', inlineDynamicImports: true },
         plugins: [resolve({ preferBuiltins: true }), commonjs()],
       };`,
    );
    project.node(['node_modules/rollup/dist/bin/rollup', '-c']);
    return runBundle(project, 'out/app.mjs');
  },
  'Vite, server side, bundled whole': (make) => {
    const project = make();
    project.npm(['install', 'tidemark', 'vite@8.3.8']);
    project.write('app.mjs', module);
    project.write(
      'vite.config.mjs',
      `export default { build: { ssr: 'app.mjs', outDir: 'out' }, ssr: { noExternal: true } };`,
    );
    project.node(['node_modules/vite/bin/vite.js', 'build']);
    return runBundle(project, 'out/app.mjs');
  },
  'Vite, server side, as usual': (make) => {
    const project = make();
    project.write('package.json', JSON.stringify({ private: true, type: 'module' }));
    project.npm(['install', 'tidemark', 'vite@8.3.8']);
    project.write('app.mjs', module);
    project.write('vite.config.mjs', `export default { build: { ssr: 'app.mjs', outDir: 'out' } };`);
    project.node(['node_modules/vite/bin/vite.js', 'build']);
    return { backend: expectBackend(project.node(['out/app.js']), 'addon') };
  },
};
