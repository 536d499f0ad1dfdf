import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { root, run } from '../support/child';
import { bin, Place } from './command';
import { recordOf } from './warc-file';

// The examples of the documentation, one after another in one folder: what stands behind `$ ` is run by a shell, and what follows is what it shows.
const place = new Place();

interface Example {
  command: string;
  output: string;
}

function examples(): Example[] {
  const text = readFileSync(join(root, 'docs', 'cli.md'), 'utf8');
  const blocks = Array.from(text.matchAll(/^```console\n([\s\S]*?)^```$/gm), ([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => ({ command: part.slice(0, part.indexOf('\n')), output: part.slice(part.indexOf('\n') + 1) })),
  );
}

beforeAll(() => {
  place.write({
    'bin/tidemark': `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`,
    'page.html': '<h1>Tides</h1><p>They <em>follow</em> the Moon.',
    'site/index.html': '<title>Tides</title><h1>Tides</h1><p><a href="2026/ebb.html">Ebb</a>',
    'crawl.warc': recordOf({
      uri: 'https://a.test/ebb',
      warc: { 'WARC-Payload-Digest': 'sha1:EBB' },
      body: '<h1>Ebb</h1><p><a href=/flow>Flow</a>',
    }),
    'letter.eml': 'From: a@b.test\nSubject: Ebb\nContent-Type: text/html\n\n<p>The water <i>falls</i>.\n',
    'site/2026/ebb.html': '<h1>Ebb</h1><p>The water falls. <a href="../index.html">Back</a></p>\n',
  });
  chmodSync(join(place.path, 'bin', 'tidemark'), 0o755);
});
afterAll(() => place.remove());

test('shows what its commands show', () => {
  const all = examples();
  expect(all.length).toBeGreaterThan(10);
  let status: number | null = 0;
  for (const { command, output } of all) {
    const outcome = run('bash', ['-c', `(exit ${status}); ${command} 2>&1`], {
      cwd: place.path,
      env: { PATH: `${join(place.path, 'bin')}:${process.env['PATH']}`, LC_ALL: 'C' },
    });
    expect({ command, output: outcome.stdout }).toEqual({ command, output });
    status = outcome.status;
  }
});
