// Converts one page and writes the Markdown to standard output, and what it took to standard error.
//
//   npm start                 a page that comes with a module for tests: the release notes of Go 1
//   npm start -- FILE.html
//   npm start -- -            standard input
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { convert } from 'tidemark';
import { capture } from './lib/go-env.mjs';

const reasons = { ENOENT: 'no such file', EISDIR: 'is a directory', EACCES: 'permission denied' };

function samplePage() {
  // Nothing that is built needs it, but tests.
  const module = capture('go', ['mod', 'download', '-json', 'golang.org/x/net']);
  if (module.status !== 0)
    throw new Error(module.error?.message ?? (JSON.parse(module.stdout).Error || module.stderr.trim()));
  return join(JSON.parse(module.stdout).Dir, 'html', 'testdata', 'go1.html');
}

async function read(argument) {
  if (argument === '-') return buffer(process.stdin);
  return readFile(argument ?? samplePage());
}

// The first call of a process meets cold code; what many calls cost is shown beside it.
async function report(html, markdown, first) {
  let best = first;
  for (const end = performance.now() + 200; performance.now() < end; ) best = Math.min(best, (await timed(html)).time);
  const sizes = `${html.length} bytes of HTML, ${markdown.length} characters of Markdown`;
  const rate = (html.length / 1000 / best).toFixed(1);
  process.stderr.write(`${sizes}: ${first.toFixed(2)} ms at first, then ${best.toFixed(2)} ms, ${rate} MB/s\n`);
}

async function timed(html) {
  const started = performance.now();
  const markdown = await convert(html);
  return { markdown, time: performance.now() - started };
}

// The reader may have seen enough (`npm start | head`).
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

const [argument] = process.argv.slice(2);
try {
  const html = await read(argument);
  const { markdown, time } = await timed(html);
  process.stdout.write(`${markdown}\n`);
  await report(html, markdown, time);
} catch (error) {
  process.stderr.write(`tidemark: ${argument ?? 'sample page'}: ${reasons[error.code] ?? error.message}\n`);
  process.exitCode = 1;
}
