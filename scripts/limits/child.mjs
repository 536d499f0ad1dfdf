// A process that converts one document in one way, and writes a line of JSON when it has made the document and one at the end.
// Needs --expose-gc.
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { families } from '../../bench/lib/families.mjs';
import { peak, resetPeak, resident } from '../../bench/lib/resident.mjs';
import { root } from '../lib/go-env.mjs';

const { ConvertError, convert, convertSync } = createRequire(import.meta.url)(root);
const [family, size, way] = process.argv.slice(2);
const { html, words } = families[family];
const atOnce = 100;

const tell = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

function look(markdown) {
  return words.every((word) => markdown.includes(word)) ? 'Markdown' : 'lost';
}

function name(error) {
  if (error instanceof ConvertError) return error.code;
  return `untyped ${error?.stack?.split('\n')[0] ?? error}`;
}

// The Markdown is not kept: what is asked is what the package takes, not what its user does.
const call = (document) => convert(document).then(look, name);

const carryOut = {
  async: async (document) => [await call(document)],
  sync: (document) => {
    try {
      return [look(convertSync(document))];
    } catch (error) {
      return [name(error)];
    }
  },
  many: (document) => Promise.all(Array.from({ length: atOnce }, () => call(document))),
};

const document = html(Number(size) * 1e6);
const bytes = Buffer.byteLength(document);
// What was needed to make it goes back to the system by and by.
for (let i = 0; i < 3; i++) {
  gc();
  await wait(50);
}
resetPeak();
const before = resident();
tell({ bytes });
const started = performance.now();
const outcomes = await carryOut[way](document);
const seconds = (performance.now() - started) / 1000;
const counts = {};
for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
tell({ counts, peak: Math.max(0, peak() - before), seconds });
