// Package managers, with a program in CommonJS and one in ES modules.
import { join } from 'node:path';
import { expectBackend, module, script, sizeOf } from '../project.mjs';
import { tool } from '../tools.mjs';

const byNode = (project, file) => project.node([file]);

/** Installs by a manager, and runs both programs. */
function trial({ install, run = byNode, places = ['node_modules'] }) {
  return (make) => {
    const project = make();
    const started = performance.now();
    install(project, 'tidemark');
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

const addedByBun = (project, ...packages) =>
  project.run(tool('bun'), ['add', ...packages, '--registry', project.registry]);

const fromRegistry = (project) => ({ env: { NPM_CONFIG_REGISTRY: project.registry } });

/** How each package manager installs packages, and how what is installed is run. */
export const installers = {
  npm10: { install: (project, ...packages) => project.npm(['install', ...packages], { version: 'npm10' }) },
  npm11: { install: (project, ...packages) => project.npm(['install', ...packages]), run: byNode },
  pnpm: {
    install: (project, ...packages) => project.node([tool('pnpm'), 'add', ...packages, '--registry', project.registry]),
    run: byNode,
  },
  yarn1: {
    install: (project, ...packages) =>
      project.node([tool('yarn1'), 'add', ...packages, '--registry', project.registry, '--no-progress']),
  },
  'yarn4, node_modules': {
    install: (project, ...packages) => {
      yarnRc(project, 'node-modules');
      berry(project, 'add', ...packages);
    },
  },
  'yarn4, PnP': {
    install: (project, ...packages) => {
      yarnRc(project, 'pnp');
      berry(project, 'add', ...packages);
    },
    run: (project, file) => berry(project, 'node', file),
    places: ['.yarn'],
  },
  bun: { install: addedByBun },
  'bun, run by bun': { install: addedByBun, run: (project, file) => project.run(tool('bun'), [file]) },
  deno: {
    install: (project, ...packages) =>
      project.run(
        tool('deno'),
        ['add', '--minimum-dependency-age=0', ...packages.map((name) => `npm:${name}`)],
        fromRegistry(project),
      ),
    run: (project, file) =>
      project.run(tool('deno'), ['run', '-A', '--node-modules-dir=auto', file], fromRegistry(project)),
  },
};

export const trials = Object.fromEntries(Object.entries(installers).map(([name, manager]) => [name, trial(manager)]));
