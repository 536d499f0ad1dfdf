// What the figures were measured on.
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { read } from './command.mjs';
import { root } from './paths.mjs';

export function describeMachine() {
  const commit = read('git', ['rev-parse', '--short', 'HEAD'], { cwd: root });
  const changes = read('git', ['status', '--porcelain', '--untracked-files=no', '--', ':!docs', ':!bench'], {
    cwd: root,
  });
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    go: read('go', ['env', 'GOVERSION'], { cwd: root })?.replace('go', ''),
    commit: commit && `${commit}${changes ? ' with changes' : ''}`,
    date: new Date().toISOString().slice(0, 10),
    load: loadavg()[2], // of a quarter of an hour: what others did before it began
  };
}
