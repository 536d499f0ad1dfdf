// Links and tables of a folder of pages as CSV: node graph.mjs pages out https://example.com/
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { extract } from 'tidemark';

const [folder, out = 'out', site = 'https://example.com/'] = process.argv.slice(2);

/** A line of CSV: https://www.rfc-editor.org/rfc/rfc4180 */
const csv = (values) =>
  `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\r\n`;

await mkdir(out, { recursive: true });
const names = (await readdir(folder, { recursive: true })).filter((name) => /\.html?$/.test(name)).sort();
const links = createWriteStream(join(out, 'links.csv'));
links.write(csv(['from', 'to', 'text', 'where']));
let tables = 0;

for (const name of names) {
  const from = new URL(name.replaceAll('\\', '/'), site).href;
  const page = createReadStream(join(folder, name));
  const found = await extract(page, { baseUrl: from, parts: ['links', 'tables'], content: 'all' });
  for (const { url, text, where } of found.links) links.write(csv([from, url, text, where]));
  for (const { caption, header, rows } of found.tables) {
    const file = `${String(++tables).padStart(4, '0')} ${(caption || name).replaceAll(/[^\p{L}\p{N}. -]/gu, '_')}.csv`;
    await writeFile(join(out, file), [header, ...rows].filter(Boolean).map(csv).join(''));
  }
}
await finished(links.end());
console.log(`${names.length} pages, ${tables} tables in ${out}`);
