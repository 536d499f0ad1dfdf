import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { nodeModule } from '../support/child';
import { Place } from './command';
import { recordOf } from './warc-file';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

/** What a reader of Parquet finds in a file: its columns, how many rows its groups have, and the rows. */
function table(name: string): { columns: string[]; groups: number[]; rows: Record<string, unknown>[] } {
  const { status, stdout, stderr } = nodeModule(`
    import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
    const file = await asyncBufferFromFile(${JSON.stringify(join(place.path, name))});
    const { schema, row_groups } = await parquetMetadataAsync(file);
    const rows = await parquetReadObjects({ file });
    const columns = schema.slice(1).map(({ name, converted_type }) => name + ' ' + converted_type);
    console.log(JSON.stringify({ columns, groups: row_groups.map(({ num_rows }) => Number(num_rows)), rows }));`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

test('a table has a row for each document, with what an archive says of it', () => {
  place.write({
    's/a.html': '<html lang=en><title>Ebb</title><h1>Ebb</h1><p>é 潮',
    's/b.warc': recordOf({ uri: 'https://b.test/', warc: { 'WARC-Payload-Digest': 'sha1:B' }, body: '<p>b' }),
    's/c.eml': 'From: a@c.test\nSubject: Flow\n\nHigh.',
  });
  expect(place.tidemark(['s', '-f', 'parquet', '-o', 'all.parquet', '--content', 'all'])).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  expect(place.files()).toContain('all.parquet');
  const { columns, groups, rows } = table('all.parquet');
  expect(columns).toEqual([
    ...['source', 'url', 'date', 'digest', 'title', 'language', 'markdown'].map((name) => `${name} UTF8`),
    'metadata JSON',
    'more JSON',
  ]);
  expect(groups).toEqual([3]);
  const by = new Map(rows.map((row) => [row['source'], row]));
  expect(by.get('s/a.html')).toMatchObject({
    url: null,
    title: 'Ebb',
    markdown: '# Ebb\n\né 潮',
    metadata: { language: 'en' },
    more: null,
  });
  expect(by.get('s/b.warc')).toMatchObject({
    url: 'https://b.test/',
    date: '2026-11-30T10:00:00Z',
    digest: 'sha1:B',
    more: { status: 200 },
  });
  expect(by.get('s/c.eml')).toMatchObject({ title: 'Flow', markdown: 'High.', more: { from: 'a@c.test' } });
});

test('parts that are asked for have columns of JSON', () => {
  place.write({ 'a.html': '<h1>Ebb</h1><p><a href="/x">x</a>' });
  place.tidemark([
    'a.html',
    '-f',
    'parquet',
    '-o',
    'a.parquet',
    '--parts',
    'markdown,links',
    '--chunks',
    '--content',
    'all',
  ]);
  const { columns, rows } = table('a.parquet');
  expect(columns.slice(-4)).toEqual(['markdown UTF8', 'links JSON', 'chunks JSON', 'more JSON']);
  expect(rows[0]).toMatchObject({ links: [{ url: '/x', text: 'x' }], chunks: [{ text: '# Ebb\n\n[x](/x)' }] });
});

test('a group of rows has so many bytes, whatever a row has', () => {
  const page = `<p>${'tide '.repeat(1 << 20)}`;
  place.write(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`s/${i}.html`, page])));
  expect(place.shell('tidemark s -f parquet --content all > all.parquet')).toMatchObject({ status: 0, stderr: '' });
  const { groups, rows } = table('all.parquet');
  expect(groups).toEqual([4, 4, 1]);
  expect(rows.every(({ markdown }) => String(markdown).length === 5 * (1 << 20) - 1)).toBe(true);
});

test('without a document it is a table without rows', () => {
  place.write({ 'a.html': '<p>x' });
  expect(place.tidemark(['a.html', '-f', 'parquet', '-o', 'a.parquet', '--max-input-bytes', '1'])).toMatchObject({
    status: 1,
  });
  expect(readFileSync(join(place.path, 'a.parquet')).subarray(0, 4).toString()).toBe('PAR1');
  expect(table('a.parquet').rows).toEqual([]);
});
