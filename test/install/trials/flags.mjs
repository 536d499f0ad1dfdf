// Installations that leave something out, come from elsewhere, or lie in strange places.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expectBackend, module, script, sizeOf } from '../project.mjs';
import { tool } from '../tools.mjs';

function timed(project, args, options) {
  const started = performance.now();
  project.npm(args, options);
  return { install: (performance.now() - started) / 1000, bytes: sizeOf(join(project.folder, 'node_modules')) };
}

function uses(project, backend, args = [], options = {}) {
  project.write('app.cjs', script);
  return { backend: expectBackend(project.node([...args, 'app.cjs'], options), backend) };
}

const installing = (flags, backend) => (make) => {
  const project = make();
  return { ...timed(project, ['install', 'tidemark', ...flags]), ...uses(project, backend) };
};

const inFolder = (name) => (make) => {
  const project = make(name);
  return { ...timed(project, ['install', 'tidemark']), ...uses(project, 'addon') };
};

const starting = (args, backend, options) => (make) => {
  const project = make();
  timed(project, ['install', 'tidemark']);
  return uses(project, backend, args, options);
};

export const trials = {
  '--ignore-scripts': installing(['--ignore-scripts'], 'addon'),
  '--omit=optional': installing(['--omit=optional'], 'wasm'),
  '--libc=musl': installing(['--libc=musl'], 'wasm'),
  '--os=darwin --cpu=arm64, then run here': installing(['--os=darwin', '--cpu=arm64'], 'wasm'),
  'a lock file from darwin, then npm ci': (make) => {
    const other = make();
    other.npm(['install', 'tidemark', '--package-lock-only', '--os=darwin', '--cpu=arm64']);
    const project = make();
    for (const name of ['package.json', 'package-lock.json'])
      project.write(name, readFileSync(join(other.folder, name), 'utf8'));
    return { ...timed(project, ['ci']), ...uses(project, 'addon') };
  },
  'a folder with spaces': inFolder('my app (1)'),
  'a folder with signs': inFolder("c# R&D 'x' $y %20 ü"),
  'read-only node_modules': (make) => {
    const project = make();
    const found = timed(project, ['install', 'tidemark']);
    project.run('chmod', ['-R', 'a-w', 'node_modules']);
    try {
      return { ...found, ...uses(project, 'addon') };
    } finally {
      project.run('chmod', ['-R', 'u+w', 'node_modules']);
    }
  },
  'a monorepo (npm workspaces)': (make) => {
    const project = make();
    project.write('package.json', JSON.stringify({ private: true, workspaces: ['apps/*'] }));
    project.write(
      'apps/web/package.json',
      JSON.stringify({ name: 'web', version: '1.0.0', dependencies: { tidemark: '*' } }),
    );
    const found = timed(project, ['install']);
    project.write('apps/web/app.mjs', module);
    return {
      ...found,
      backend: expectBackend(project.node(['app.mjs'], { cwd: join(project.folder, 'apps/web') }), 'addon'),
    };
  },
  'a monorepo (pnpm)': (make) => {
    const project = make();
    project.write('pnpm-workspace.yaml', "packages: ['apps/*']\n");
    project.write(
      'apps/web/package.json',
      JSON.stringify({ name: 'web', version: '1.0.0', dependencies: { tidemark: '*' } }),
    );
    project.node([tool('pnpm'), 'install', '--registry', project.registry]);
    project.write('apps/web/app.mjs', module);
    return { backend: expectBackend(project.node(['app.mjs'], { cwd: join(project.folder, 'apps/web') }), 'addon') };
  },
  '--no-addons': starting(['--no-addons'], 'wasm'),
  'TIDEMARK_BACKEND=wasm': starting([], 'wasm', { env: { TIDEMARK_BACKEND: 'wasm' } }),
  '--permission, addons and files': (make) => {
    const project = make();
    timed(project, ['install', 'tidemark']);
    project.write('app.cjs', script);
    const args = ['--permission', '--allow-fs-read=*', '--allow-addons', 'app.cjs'];
    return { backend: expectBackend(project.run(tool('node22'), args), 'addon') };
  },
  '--permission, files alone': (make) => {
    const project = make();
    timed(project, ['install', 'tidemark']);
    project.write('app.cjs', script);
    return {
      backend: expectBackend(project.run(tool('node22'), ['--permission', '--allow-fs-read=*', 'app.cjs']), 'wasm'),
    };
  },
  'stages of Docker, by folders': (make) => {
    const build = make();
    const found = timed(build, ['install', 'tidemark']);
    const runtime = make();
    for (const name of ['package.json', 'node_modules'])
      cpSync(join(build.folder, name), join(runtime.folder, name), { recursive: true });
    rmSync(join(build.folder, 'node_modules'), { recursive: true });
    return { ...found, ...uses(runtime, 'addon') };
  },
};
