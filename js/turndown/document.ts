import type { NodeLike } from './types.js';

// What of the DOM is read of a node. It may be of any implementation.
interface DOMNode extends NodeLike {
  readonly nodeName: string;
  readonly nodeValue?: string | null;
  readonly childNodes: Iterable<DOMNode>;
  readonly localName?: string;
  readonly innerHTML: string;
  readonly outerHTML: string;
  readonly documentElement?: DOMNode | null;
}

/** A document as native code takes it: HTML, and the element in it whose content it is, if not all. */
export interface TurndownDocument {
  readonly html: string;
  readonly root?: string | undefined;
}

/** Reads what is to be converted: HTML, or what is in a node of the DOM. */
export function readDocument(input: unknown): TurndownDocument {
  if (typeof input === 'string') return { html: input };
  if (isNode(input)) return readNode(input);
  throw new TypeError(`${input} is not a string, or an element/document/fragment node.`);
}

const element = 1;
const document = 9;
const fragment = 11;

function isNode(input: unknown): input is DOMNode {
  if (typeof input !== 'object' || input === null) return false;
  const { nodeType } = input as Partial<NodeLike>;
  return nodeType === element || nodeType === document || nodeType === fragment;
}

function readNode(node: DOMNode): TurndownDocument {
  switch (node.nodeType) {
    case fragment:
      return { html: Array.from(node.childNodes, htmlOf).join('') };
    case document: {
      // A page has a head and a body, each of which its content is set apart by.
      const parts = Array.from(node.documentElement?.childNodes ?? [], (part) => part.innerHTML ?? '');
      return { html: `<div>${parts.map((part, i) => (i === 0 ? part : `<div>${part}</div>`)).join('')}</div>` };
    }
    default:
      return readElement(node);
  }
}

/** What an element is has a meaning for what is in it, such as a list for its items: it is parsed with it, and where it may stand. */
function readElement(node: DOMNode): TurndownDocument {
  const root = node.localName ?? node.nodeName.toLowerCase();
  switch (root) {
    case 'html':
    case 'head':
    case 'body':
    case 'frameset':
      return { html: node.innerHTML };
    case 'tr':
      return { html: `<table>${node.outerHTML}`, root };
    case 'td':
    case 'th':
      return { html: `<table><tr>${node.outerHTML}`, root };
    case 'thead':
    case 'tbody':
    case 'tfoot':
    case 'caption':
    case 'colgroup':
      return { html: `<table>${node.outerHTML}`, root };
    default:
      return { html: node.outerHTML, root };
  }
}

function htmlOf(node: DOMNode): string {
  if (node.nodeType === element) return node.outerHTML;
  const isText = node.nodeType === 3 || node.nodeType === 4;
  return isText ? (node.nodeValue ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;') : '';
}
