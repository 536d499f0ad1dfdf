// The readers of Markdown that the output is to be safe for, with all HTML, all protocols and all extensions that they have.
// goldmark is asked in core/internal/markdown/safety_test.go.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const markdownIt = new MarkdownIt({ html: true, linkify: true });
markdownIt.validateLink = () => true;

const marked = new Marked();

const micromarkOptions = {
  allowDangerousHtml: true,
  allowDangerousProtocol: true,
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
};

/** Each renders a list of documents. */
export const readers = {
  micromark: (documents) => documents.map((markdown) => micromark(markdown, micromarkOptions)),
  'markdown-it': (documents) => documents.map((markdown) => markdownIt.render(markdown)),
  marked: (documents) => documents.map((markdown) => marked.parse(markdown)),
};

const program = fileURLToPath(new URL('../../build/cmark-gfm', import.meta.url));
const source = fileURLToPath(new URL('cmark_gfm.c', import.meta.url));

/** Builds the program that calls cmark-gfm, and tells whether that could be done: its library is a package of the system. */
export function buildCmarkGfm() {
  const libraries = ['-lcmark-gfm-extensions', '-lcmark-gfm'];
  const { status, stderr } = spawnSync('cc', ['-O2', '-o', program, source, ...libraries], { encoding: 'utf8' });
  if (status === 0) return true;
  const message = `cmark-gfm is not there: apt-get install libcmark-gfm-dev libcmark-gfm-extensions-dev\n${stderr}`;
  if (process.env.CI) throw new Error(message);
  console.log(message);
  return false;
}

readers['cmark-gfm'] = (documents) => {
  const input = documents.map((markdown) => `${Buffer.byteLength(markdown)}\n${markdown}`).join('');
  const { status, stdout, error } = spawnSync(program, { input, maxBuffer: 1 << 30 });
  if (status !== 0) throw error ?? new Error(`cmark-gfm ended with ${status}`);
  const rendered = [];
  for (let at = 0; at < stdout.length; ) {
    const start = stdout.indexOf('\n', at) + 1;
    at = start + Number(stdout.toString('latin1', at, start));
    rendered.push(stdout.toString('utf8', start, at));
  }
  return rendered;
};
