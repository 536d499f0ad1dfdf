// Parses the files that are named on standard input, one in each line, with parse5, and writes their trees as JSON strings, one in
// each line: as core/internal/tool/treedump does with the product's parser.
import { readFileSync } from 'node:fs';
import { html, parse, defaultTreeAdapter as tree } from 'parse5';

const prefixes = { [html.NS.HTML]: '', [html.NS.SVG]: 'svg ', [html.NS.MATHML]: 'math ' };

function write(parent, depth, lines) {
  const indent = `| ${'  '.repeat(depth)}`;
  for (const node of tree.getChildNodes(parent)) {
    if (tree.isTextNode(node)) lines.push(`${indent}"${node.value}"`);
    else if (tree.isCommentNode(node)) lines.push(`${indent}<!-- ${node.data} -->`);
    else if (tree.isDocumentTypeNode(node)) lines.push(`${indent}<!DOCTYPE ${doctype(node)}>`);
    else writeElement(node, depth, lines);
  }
  return lines;
}

function writeElement(node, depth, lines) {
  const indent = `| ${'  '.repeat(depth)}`;
  lines.push(`${indent}<${prefixes[node.namespaceURI]}${node.tagName}>`);
  const attrs = node.attrs.map(
    ({ prefix, name, value }) => `${indent}  ${prefix ? `${prefix} ` : ''}${name}="${value}"`,
  );
  lines.push(...attrs.sort(byBytes));
  if (node.tagName === 'template' && node.namespaceURI === html.NS.HTML) {
    lines.push(`${indent}  content`);
    write(tree.getTemplateContent(node), depth + 2, lines);
  }
  write(node, depth + 1, lines);
}

const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function doctype({ name, publicId, systemId }) {
  return publicId || systemId ? `${name} "${publicId}" "${systemId}"` : name;
}

for (const file of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const lines = write(parse(source, { scriptingEnabled: false }), 0, []);
  process.stdout.write(`${JSON.stringify(lines.map((line) => `${line}\n`).join(''))}\n`);
}
