import { ConvertError, invalidArg } from '../errors.js';
import { attributeOf, attributeValue } from './attributes.js';

/** A node of a tree as unified has them: `root`, `element`, `text`, `raw`, `comment`, `doctype`. */
export interface HastNode {
  readonly type: string;
}

/** What any node may have. */
interface Members extends HastNode {
  readonly tagName?: unknown;
  readonly properties?: unknown;
  readonly children?: unknown;
  readonly content?: unknown;
  readonly value?: unknown;
}

/** How a tree is written. */
export interface Writing {
  /** The most code units that the HTML may have. */
  readonly limit: number;
  /** Called for a node of a kind that hast does not have. Its children are written. */
  readonly onUnknown: (node: HastNode) => void;
}

const longest = 2 ** 29 - 24; // of a string of V8

/** An element that is open: what of it is still to be written. */
interface Open {
  readonly node: Members;
  readonly children: readonly unknown[];
  next: number;
  readonly end: string;
  readonly inSvg: boolean;
  /** The name of an element whose text is written as it is. */
  readonly raw: string | undefined;
}

const voidElements = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
const rawElements = new Set(['iframe', 'noembed', 'noframes', 'script', 'style', 'xmp']);
const withoutFirstLine = new Set(['listing', 'pre', 'textarea']);
const tagNames = /^[a-z][^\s/>\0]*$/i;

/** Returns a tree as HTML. It takes no stack, however deep the tree is. Throws ERR_INVALID_ARG and ERR_INPUT_TOO_LARGE. */
export function htmlOf(tree: unknown, { limit, onUnknown }: Writing): string {
  if (!isNode(tree)) throw invalidArg('a tree of hast', 'tree', tree);
  const most = Math.min(limit, longest);
  const stack: Open[] = [];
  let html = '';
  let nextLook = 1024;
  const begin = (node: Members, parent: Open | undefined) => {
    const { start, open } = opened(node, parent, onUnknown);
    html += start;
    if (open !== undefined) stack.push(open);
    if (html.length > most) throw tooLarge(most);
  };
  begin(tree, undefined);
  for (let open = stack.at(-1); open !== undefined; open = stack.at(-1)) {
    if (open.next === open.children.length) {
      html += open.end;
      stack.pop();
      continue;
    }
    const child = open.children[open.next++];
    if (!isNode(child)) throw invalidArg('a node of hast', 'a child', child);
    begin(child, open);
    if (stack.length > nextLook) {
      refuseCircle(stack);
      nextLook *= 2; // so a tree that contains itself is found in time, and to look costs nothing
    }
  }
  return html;
}

function opened(node: Members, parent: Open | undefined, onUnknown: (node: HastNode) => void) {
  switch (node.type) {
    case 'text':
      return { start: parent?.raw === undefined ? escaped(textOf(node)) : rawText(textOf(node), parent.raw) };
    case 'element':
      return element(node, parent);
    case 'raw':
      return { start: textOf(node) };
    case 'comment':
      return { start: `<!--${textOf(node).replaceAll(/--!?>|^-?>/g, '')}-->` };
    case 'doctype':
      return { start: '<!doctype html>' };
    case 'root':
      break;
    default:
      onUnknown(node);
  }
  return { start: '', open: container(node, childrenOf(node), '', parent?.inSvg === true) };
}

function element(node: Members, parent: Open | undefined) {
  const given = node.tagName;
  const inParentSvg = parent?.inSvg === true;
  // What would not be read as a tag is left out, with its content where it is.
  if (typeof given !== 'string' || !tagNames.test(given)) {
    return { start: '', open: container(node, childrenOf(node), '', inParentSvg) };
  }
  const name = given.toLowerCase() === 'plaintext' ? 'pre' : given; // Nothing could follow one.
  const inSvg = name === 'svg' || (inParentSvg && name !== 'foreignObject');
  const start = `<${name}${attributes(node.properties, inSvg)}>`;
  if (!inSvg && voidElements.has(name)) return { start, open: container(node, childrenOf(node), '', inSvg) };
  const children = childrenOf(isNode(node.content) ? node.content : node);
  const open = {
    ...container(node, children, `</${name}>`, inSvg),
    raw: !inSvg && rawElements.has(name) ? name : undefined,
  };
  const first = children[0];
  const newline = withoutFirstLine.has(name) && isNode(first) && first.type === 'text' && textOf(first)[0] === '\n';
  return { start: newline ? `${start}\n` : start, open };
}

function container(node: Members, children: readonly unknown[], end: string, inSvg: boolean): Open {
  return { node, children, next: 0, end, inSvg, raw: undefined };
}

function attributes(properties: unknown, inSvg: boolean): string {
  if (typeof properties !== 'object' || properties === null) return '';
  let all = '';
  for (const property of Object.keys(properties)) {
    const value = attributeValue(property, (properties as Record<string, unknown>)[property]);
    const name = value === undefined ? undefined : attributeOf(property, inSvg);
    if (name !== undefined) all += ` ${name}="${escapedValue(value as string)}"`;
  }
  return all;
}

const isNode = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && typeof (value as Members).type === 'string';

const textOf = ({ value }: Members) => (typeof value === 'string' ? value : '');

const childrenOf = ({ children }: Members): readonly unknown[] => (Array.isArray(children) ? children : []);

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\r': '&#13;' };

const escaped = (text: string) =>
  /[&<\r]/.test(text) ? text.replaceAll(/[&<\r]/g, (character) => references[character] as string) : text;

const escapedValue = (text: string) =>
  /[&"\r]/.test(text) ? text.replaceAll(/[&"\r]/g, (character) => references[character] as string) : text;

// Nothing in it is to end it.
const rawText = (text: string, name: string) =>
  text.includes('</') ? text.replaceAll(new RegExp(`</(?=${name})`, 'gi'), '<\\/') : text;

function refuseCircle(stack: readonly Open[]): void {
  if (new Set(stack.map(({ node }) => node)).size < stack.length) {
    throw new ConvertError(
      'ERR_INVALID_ARG',
      'Expected a tree for tree but received one with a node that contains itself',
    );
  }
}

function tooLarge(limit: number): ConvertError {
  return new ConvertError(
    'ERR_INPUT_TOO_LARGE',
    `The tree is more than ${limit} characters of HTML: split it, or raise maxInputBytes if that is the limit`,
  );
}
