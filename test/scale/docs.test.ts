import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bin, Place } from '../cli/command';
import { node, root, run } from '../support/child';
import { freePort, RedisServer } from './redis';

// The examples of docs/scale.md, on a Redis: commands as test/cli/docs.test.ts has them, and the program as test/docs.test.ts has others.
const text = readFileSync(join(root, 'docs', 'scale.md'), 'utf8');
const place = new Place();
let redis: RedisServer;

const blocks = (language: string) =>
  Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')), ([, block = '']) => block);
const pattern = (output: string) =>
  new RegExp(`^${output.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(/\s*…\s*/g, '[^]*')}$`);

beforeAll(async () => {
  redis = new RedisServer(await freePort());
  await redis.start();
  place.write({
    'bin/tidemark': `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`,
    'site/index.html': '<h1>Tides</h1>',
    'site/2026/ebb.html': '<h1>Ebb</h1><p>The water falls.',
  });
  chmodSync(join(place.path, 'bin', 'tidemark'), 0o755);
});
afterAll(async () => {
  place.remove();
  await redis.remove();
});

test('shows what its commands show', () => {
  const all = blocks('console').flatMap((block) => block.split(/^\$ /m).slice(1));
  expect(all.length).toBeGreaterThan(6);
  for (const example of all) {
    const [command = ''] = example.split('\n', 1);
    const output = example.slice(command.length + 1);
    const { stdout } = run('bash', ['-c', `${command} 2>&1`], {
      cwd: place.path,
      env: {
        PATH: `${join(place.path, 'bin')}:${process.env['PATH']}`,
        LC_ALL: 'C',
        NO_COLOR: '1',
        REDIS_URL: redis.url,
      },
    });
    expect({ command, stdout }).toEqual({ command, stdout: expect.stringMatching(pattern(output)) });
  }
});

test('shows what the simulation says', () => {
  const { stdout } = node([join('scripts', 'scale', 'simulate.mjs')]);
  expect(blocks('text')).toEqual([stdout]);
});

test('has a program that runs', () => {
  const [program = '', ...others] = blocks('js');
  expect(others).toEqual([]);
  const file = join(root, 'build', 'scale-example.mjs');
  writeFileSync(file, program);
  const promised = Array.from(program.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm), ([, output = '']) => output);
  expect(promised.length).toBeGreaterThan(1);
  const outcome = node([file], { REDIS_URL: redis.url });
  rmSync(file);
  expect(outcome).toEqual({
    status: 0,
    stdout: expect.stringMatching(pattern(`${promised.join('\n')}\n`)),
    stderr: '',
  });
});
