import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run, withFolder } from '../support.mjs';

const pages = {
  'index.html':
    '<nav><a href="ports/brest.html">Brest</a></nav><main><p>By <a href="https://moon.test/?a=1,2">the "Moon"</a></main>',
  'ports/brest.html': Buffer.from(
    '<meta charset=latin1><p><a href="../index.html">Caf\xe9</a><table><caption>Heights, m</caption><tr><th>Day<th>High<tr><td>Mon<td>7,3</table>',
    'latin1',
  ),
  'notes.txt': '<a href="/no">',
};

test('writes the graph, and each table', () =>
  withFolder(pages, async (folder) => {
    const out = join(folder, 'out');
    const outcome = await run(new URL('graph.mjs', import.meta.url), folder, out, 'https://pier.test/');
    assert.deepEqual(outcome, { status: 0, stdout: `2 pages, 1 tables in ${out}\n`, stderr: '' });
    assert.equal(
      readFileSync(join(out, 'links.csv'), 'utf8'),
      [
        'from,to,text,where',
        'https://pier.test/index.html,https://pier.test/ports/brest.html,Brest,navigation',
        'https://pier.test/index.html,"https://moon.test/?a=1,2","the ""Moon""",content',
        'https://pier.test/ports/brest.html,https://pier.test/index.html,Café,content',
        '',
      ].join('\r\n'),
    );
    assert.deepEqual(readdirSync(out), ['0001 Heights_ m.csv', 'links.csv']);
    assert.equal(readFileSync(join(out, '0001 Heights_ m.csv'), 'utf8'), 'Day,High\r\nMon,"7,3"\r\n');
  }));
