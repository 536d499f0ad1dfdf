import { Kind, type Tree } from './tree.js';

// https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments
const voids = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
const raw = new Set('style script xmp iframe noembed noframes plaintext noscript'.split(' '));

/** Returns a node as HTML, or what is in it. */
export function htmlOf(tree: Tree, node: number, outer: boolean): string {
  let html = outer ? startOf(tree, node) : '';
  let at = descends(tree, node) ? tree.first(node) : 0;
  while (at !== 0) {
    html += startOf(tree, at);
    const first = descends(tree, at) ? tree.first(at) : 0;
    if (first !== 0) {
      at = first;
      continue;
    }
    html += endOf(tree, at);
    while (at !== node && tree.next(at) === 0) {
      at = tree.parent(at);
      if (at !== node) html += endOf(tree, at);
    }
    at = at === node ? 0 : tree.next(at);
  }
  return outer ? html + endOf(tree, node) : html;
}

function descends(tree: Tree, node: number): boolean {
  return tree.kind(node) === Kind.document || (tree.isElement(node) && !voids.has(tree.name(node)));
}

function startOf(tree: Tree, node: number): string {
  switch (tree.kind(node)) {
    case Kind.element: {
      let tag = `<${tree.name(node)}`;
      for (const { name, value } of tree.attributes(node)) tag += ` ${name}="${escapeValue(value)}"`;
      return `${tag}>`;
    }
    case Kind.text: {
      const parent = tree.parent(node);
      return tree.isElement(parent) && raw.has(tree.name(parent)) ? tree.text(node) : escapeText(tree.text(node));
    }
    case Kind.comment:
      return `<!--${tree.text(node)}-->`;
    default:
      return '';
  }
}

function endOf(tree: Tree, node: number): string {
  return tree.isElement(node) && !voids.has(tree.name(node)) ? `</${tree.name(node)}>` : '';
}

function escapeText(text: string): string {
  return /[&\u00a0<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;
}

function escapeValue(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('"', '&quot;');
}
