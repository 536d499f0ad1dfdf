// Package managers, with a program in CommonJS and one in ES modules.
import { join } from 'node:path';
import { expectBackend, module, script, sizeOf } from '../project.mjs';
import { tool } from '../tools.mjs';

/** Installs by `install`, and runs both programs by `run`, a command. */
function trial(install, run = (project, file) => project.node([file]), places = ['node_modules']) {
  return (make) => {
    const project = make();
    const started = performance.now();
    install(project);
    const seconds = (performance.now() - started) / 1000;
    project.write('app.cjs', script);
    project.write('app.mjs', module);
    expectBackend(run(project, 'app.cjs'), 'addon');
    const backend = expectBackend(run(project, 'app.mjs'), 'addon');
    return {
      backend,
      install: seconds,
      bytes: places.reduce((sum, place) => sum + sizeOf(join(project.folder, place)), 0),
    };
  };
}

const berry = (project, ...args) => project.node([tool('yarn4'), ...args]);

function yarnRc(project, linker) {
  const url = project.registry;
  project.write(
    '.yarnrc.yml',
    `nodeLinker: ${linker}\nnpmRegistryServer: ${url}\nunsafeHttpWhitelist: ['127.0.0.1']\nenableTelemetry: false\nenableGlobalCache: false\nnpmMinimalAgeGate: 0\npnpEnableEsmLoader: true\n`,
  );
  project.write('yarn.lock', '');
}

export const trials = {
  npm10: trial((project) => project.npm(['install', 'tidemark'], { version: 'npm10' })),
  npm11: trial((project) => project.npm(['install', 'tidemark'])),
  pnpm: trial((project) => project.node([tool('pnpm'), 'add', 'tidemark', '--registry', project.registry])),
  yarn1: trial((project) =>
    project.node([tool('yarn1'), 'add', 'tidemark', '--registry', project.registry, '--no-progress']),
  ),
  'yarn4, node_modules': trial((project) => {
    yarnRc(project, 'node-modules');
    berry(project, 'add', 'tidemark');
  }),
  'yarn4, PnP': trial(
    (project) => {
      yarnRc(project, 'pnp');
      berry(project, 'add', 'tidemark');
    },
    (project, file) => berry(project, 'node', file),
    ['.yarn'],
  ),
  bun: trial((project) => project.run(tool('bun'), ['add', 'tidemark', '--registry', project.registry])),
  'bun, run by bun': trial(
    (project) => project.run(tool('bun'), ['add', 'tidemark', '--registry', project.registry]),
    (project, file) => project.run(tool('bun'), [file]),
  ),
  deno: trial(
    (project) =>
      project.run(tool('deno'), ['add', '--minimum-dependency-age=0', 'npm:tidemark'], {
        env: { NPM_CONFIG_REGISTRY: project.registry },
      }),
    (project, file) =>
      project.run(tool('deno'), ['run', '-A', '--node-modules-dir=auto', file], {
        env: { NPM_CONFIG_REGISTRY: project.registry },
      }),
  ),
};
