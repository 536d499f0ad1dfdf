import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { run, withFolder } from '../support.mjs';

const text = (words) => `<p>${`${words} `.repeat(12)}</p>`;
const pages = {
  'pages/tides.html': `<title>Tides</title><nav><a href=/>Home page of moons</a></nav><main><h1>Tides</h1>${text('The sea rises and falls twice a day, and no two harbours are alike.')}
    <h2>Springs</h2>${text('At new and full moon high water is highest; people call it a spring tide.')}<h2>Neaps</h2>${text('At the quarters high water is low.')}</main>`,
  'pages/ports/brest.html': Buffer.from(
    `<meta charset=latin1><title>Brest</title><main><h1>Brest</h1>${text('The caf\xe9 by the harbour has the tables of the year.')}</main>`,
    'latin1',
  ),
  'pages/broken.html': '',
};

test('ingests pages, and finds what answers a question', () =>
  withFolder(pages, async (folder) => {
    const db = join(folder, 'pages.db');
    const ingest = () => run(new URL('ingest.mjs', import.meta.url), db, join(folder, 'pages'), 'https://pier.test/');
    const search = async (question) => (await run(new URL('search.mjs', import.meta.url), db, question)).stdout;
    const first = await ingest();
    assert.match(first.stdout, /^[4-9] chunks of 3 pages in .*pages\.db\n$/, first.stderr);
    assert.equal((await ingest()).stdout, first.stdout); // in place of the first

    const [best] = (await search('when is the spring tide?')).split('</source>');
    assert.match(best, /^<source url="https:\/\/pier\.test\/tides\.html" section="Tides > Springs">\n/);
    assert.match(best, /people call it a spring tide/);
    assert.match(await search('CAFÉ'), /<source url="https:\/\/pier\.test\/ports\/brest\.html" section="Brest">/);
    assert.equal(await search('"; DROP VIEW x; --" NEAR('), '');
    assert.equal(await search('?'), '');
    assert.equal((await search('harbours')).match(/<source /g).length >= 1, true);
  }));
