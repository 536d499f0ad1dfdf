// The chunks that answer a question best: node search.mjs pages.db "spring tides"
import sqlite from 'node-sqlite3-wasm';

const [file, question] = process.argv.slice(2);
const db = new sqlite.Database(file, { readOnly: true, fileMustExist: true });
// Each word in quotation marks: what a question holds is no query language.
const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
const hits = db.all(
  // Headings weigh more than text.
  `SELECT url, headings, text FROM chunks WHERE chunks MATCH ? ORDER BY bm25(chunks, 0, 0, 0, 4, 2, 1) LIMIT 5`,
  [words.map((word) => `"${word}"`).join(' OR ') || '""'],
);
db.close();
for (const { url, headings, text } of hits)
  console.log(`<source url="${url}" section="${headings}">\n${text}\n</source>\n`);
