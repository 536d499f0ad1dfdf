// Pages into a full-text index: node ingest.mjs pages.db pages https://example.com/
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { extractAll } from 'tidemark';

const [file, folder, site = 'https://example.com/'] = process.argv.slice(2);
const db = new sqlite.Database(file);
db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS chunks USING fts5(
  url UNINDEXED, number UNINDEXED, tokens UNINDEXED, title, headings, text, tokenize = 'porter unicode61')`);

const names = (await readdir(folder, { recursive: true })).filter((name) => /\.html?$/.test(name));
// Opened when it is their turn: no more are open than are converted.
const pages = (function* () {
  for (const name of names) yield createReadStream(join(folder, name));
})();

const options = {
  preset: 'llm',
  parts: ['markdown', 'metadata'],
  chunks: { size: 256, overlap: 32 },
  errors: 'settle',
};
let page = 0;
let count = 0;
for await (const { status, value, reason } of extractAll(pages, options)) {
  const name = names[page++].replaceAll('\\', '/');
  if (status === 'rejected') {
    console.error(`${name}: ${reason.message}`);
    continue;
  }
  const url = new URL(name, site).href;
  db.exec('BEGIN');
  db.run('DELETE FROM chunks WHERE url = ?', [url]);
  for (const { index, tokens, headings, text } of value.chunks) {
    const row = [url, index, tokens, value.title, headings.join(' > '), text];
    db.run('INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?)', row);
    count++;
  }
  db.exec('COMMIT');
}
db.close();
console.log(`${count} chunks of ${names.length} pages in ${file}`);
