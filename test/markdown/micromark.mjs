// Renders Markdown with micromark. It reads a JSON array of [html, markdown] from standard input and writes one of
// { rendered, want, got }: what the Markdown is rendered to, and both as normal forms that can be compared.
import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment, defaultTreeAdapter as tree } from 'parse5';

const blocks = new Set(
  'blockquote div h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul br'.split(' '),
);
const unseen = new Set(['script', 'style']);

function render(markdown) {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

// What is shown: white space collapses outside of <pre> and goes away beside blocks, attributes are in order, addresses are
// percent-encoded in one way, and no text of an image is an empty one.
function normal(html) {
  const parts = [];
  write(parseFragment(html), false, parts);
  return parts
    .join('')
    .replaceAll(/ *(\0[^\0]*\0) */g, '$1')
    .replaceAll(/\0/g, '')
    .trim();
}

function write(parent, exact, parts) {
  for (const node of tree.getChildNodes(parent)) {
    if (tree.isTextNode(node)) writeText(node.value, exact, parts);
    else if (node.tagName && !unseen.has(node.tagName)) {
      const edge = blocks.has(node.tagName) ? '\0' : '';
      const attrs = node.attrs.filter(({ name, value }) => name !== 'alt' || value !== '');
      const written = attrs.map(
        ({ name, value }) => ` ${name}="${/^(href|src)$/.test(name) ? address(value) : value}"`,
      );
      parts.push(`${edge}<${node.tagName}${written.sort().join('')}>${edge}`);
      write(node, exact || node.tagName === 'pre', parts);
      parts.push(`${edge}</${node.tagName}>${edge}`);
    }
  }
}

function writeText(value, exact, parts) {
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (exact) parts.push(text);
  else parts.push(text.replaceAll(/[ \t\n\f\r]+/g, ' ').slice(parts.at(-1)?.endsWith(' ') && /^\s/.test(text) ? 1 : 0));
}

function address(value) {
  return value.replaceAll(/%[\da-f]{2}|[^!-~]+|["<>\\[\]^`{|}]/gi, (c) =>
    c.startsWith('%') ? c.toUpperCase() : encodeURIComponent(c),
  );
}

const pairs = JSON.parse(readFileSync(0, 'utf8'));
const results = pairs.map(([html, markdown]) => {
  const rendered = render(markdown);
  return { rendered, want: normal(html), got: normal(rendered) };
});
process.stdout.write(JSON.stringify(results));
