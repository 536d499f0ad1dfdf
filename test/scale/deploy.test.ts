import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { bin } from '../cli/command';
import { root, run } from '../support/child';

// What docs/deploy says to Compose and to Kubernetes, as far as it hangs together with the command and with itself.
const read = (name: string) => readFileSync(join(root, 'docs', 'deploy', name), 'utf8');

// biome-ignore lint/suspicious/noExplicitAny: of any shape until it is looked at
type Loose = any;

const compose = parse(read('compose.yaml'), { strict: true, uniqueKeys: true }) as Loose;
const documents = parseAllDocuments(read('kubernetes.yaml'), { strict: true, uniqueKeys: true });
const manifests = documents.map((document) => document.toJS() as Loose);
const one = (kind: string, name: string) =>
  manifests.find((found) => found.kind === kind && found.metadata.name === name);

const flagOf = (args: string[], flag: string) => args[args.indexOf(flag) + 1] as string;
const seconds = (text: string) => Number(/^(\d+)s$/.exec(text)?.[1]);

test('is YAML without a warning', () => {
  for (const { errors, warnings } of documents) expect([...errors, ...warnings]).toEqual([]);
});

test.each([
  ['Compose', compose.services.worker.command as string[]],
  ['Kubernetes', one('Deployment', 'tidemark-worker').spec.template.spec.containers[0].args as string[]],
])('%s calls the command as it can be called', (_, args) => {
  const { status, stderr } = run(process.execPath, [bin, ...args, '--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(flagOf(args, '--metrics')).toBe('0.0.0.0:9464');
});

test('Redis keeps what it is told, and refuses rather than forgets', () => {
  const redis = one('StatefulSet', 'tidemark-redis').spec.template.spec.containers[0];
  for (const args of [compose.services.redis.command, redis.args] as string[][]) {
    expect(flagOf(args, '--appendonly')).toBe('yes');
    expect(flagOf(args, '--maxmemory-policy')).toBe('noeviction');
  }
});

describe('Compose', () => {
  const { worker, redis } = compose.services;

  test('gives a worker more time to end than it takes', () => {
    expect(seconds(worker.stop_grace_period)).toBeGreaterThan(Number(flagOf(worker.command, '--grace')));
  });

  test('begins workers when Redis is there, with all volumes that it names', () => {
    expect(worker.depends_on.redis.condition).toBe('service_healthy');
    expect(redis.healthcheck.test).toEqual(['CMD', 'redis-cli', 'ping']);
    const named = [worker, redis]
      .flatMap(({ volumes }) => volumes as string[])
      .map((volume) => volume.split(':')[0] as string);
    expect(named.filter((name) => !name.startsWith('.'))).toEqual(Object.keys(compose.volumes));
    const mounted = (worker.volumes as string[]).map((volume) => volume.split(':')[1]);
    expect(mounted).toEqual([flagOf(worker.command, '--files'), flagOf(worker.command, '--out')]);
  });

  test('asks for health by a program that runs', () => {
    const [, command, flag, program] = worker.healthcheck.test as string[];
    expect([command, flag]).toEqual(['node', '--eval']);
    expect(run(process.execPath, ['--check', '-'], { input: program as string })).toMatchObject({ status: 0 });
    expect(program).toContain(':9464/readyz');
  });
});

describe('Kubernetes', () => {
  const { spec } = one('Deployment', 'tidemark-worker').spec.template;
  const [container] = spec.containers;

  test('has what it refers to', () => {
    expect(manifests.map(({ kind, apiVersion, metadata }) => [apiVersion, kind, metadata.name])).toEqual([
      ['v1', 'Service', 'tidemark-redis'],
      ['apps/v1', 'StatefulSet', 'tidemark-redis'],
      ['apps/v1', 'Deployment', 'tidemark-worker'],
      ['policy/v1', 'PodDisruptionBudget', 'tidemark-worker'],
      ['networking.k8s.io/v1', 'NetworkPolicy', 'tidemark-redis'],
    ]);
    for (const { kind, spec } of manifests.filter(({ kind }) => /Set|Deployment/.test(kind))) {
      expect({ kind, ...spec.selector.matchLabels }).toEqual({ kind, ...spec.template.metadata.labels });
      const volumes = [
        ...(spec.template.spec.volumes ?? []),
        ...(spec.volumeClaimTemplates ?? []).map(({ metadata }: Loose) => metadata),
      ];
      const mounts = spec.template.spec.containers[0].volumeMounts as { name: string }[];
      expect(mounts.map(({ name }) => name)).toEqual(volumes.map(({ name }: { name: string }) => name));
    }
    expect(one('Service', 'tidemark-redis').spec.selector).toEqual(
      one('StatefulSet', 'tidemark-redis').spec.selector.matchLabels,
    );
    const mounted = (container.volumeMounts as { mountPath: string }[]).map(({ mountPath }) => mountPath);
    expect(mounted).toEqual([flagOf(container.args, '--files'), flagOf(container.args, '--out')]);
  });

  test('asks whether a worker lives and is ready, where it says so', () => {
    const ports = Object.fromEntries(
      (container.ports as Loose[]).map(({ name, containerPort }) => [name, containerPort]),
    );
    const asked = ['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => container[probe].httpGet);
    expect(asked.map(({ path }) => path)).toEqual(['/healthz', '/readyz', '/healthz']);
    for (const { port } of asked) expect(String(ports[port])).toBe(flagOf(container.args, '--metrics').split(':')[1]);
  });

  test('gives a worker more time to end than it takes, and a limit of memory', () => {
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(Number(flagOf(container.args, '--grace')));
    expect(container.resources.limits.memory).toBe(container.resources.requests.memory);
  });
});
