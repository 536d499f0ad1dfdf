import { utf8Text, viewOf } from '../host/node.js';
import { attributeNames, foreignAttributes, foreignElements, layout, tagNames } from './tree.generated.js';

/** The kinds of nodes, as native code numbers them. */
export const Kind = { document: 0, element: 1, text: 2, comment: 3, doctype: 4 } as const;

/** The namespaces of elements. */
export const Namespace = { html: 0, svg: 1, mathml: 2 } as const;

// The words of the header: dom.Document.AppendTree writes it.
const header = { nodes: 0, attributes: 2, source: 4, decoded: 6, nameEnds: 8, names: 10 } as const;

const nodeWords = layout.nodeSize / 4;
const attributeWords = layout.attrSize / 4;
const word = (offset: number): number => offset / 4;

/** An attribute of an element. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/**
 * The tree of a document as native code has it in memory: columns of numbers, and the source. Nodes are numbers, 0 is none; text
 * that is one node may be several here, one after the other.
 */
export class Tree {
  /** The document node. */
  readonly root = 1;
  /** How many nodes there are; the last number is one less. */
  readonly size: number;
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #nodes: number; // where these columns begin, in words
  readonly #attributes: number;
  readonly #source: number; // and these, in bytes
  readonly #decoded: number;
  readonly #nameEnds: number;
  readonly #names: number;
  readonly #nameTexts: string[] = [];

  /** The tree lies at an offset in a buffer. */
  constructor(buffer: ArrayBuffer, offset: number) {
    this.#words = new Int32Array(buffer, offset, (buffer.byteLength - offset) >> 2);
    this.#bytes = viewOf(buffer, offset);
    const at = (column: number) => this.#words[column] as number;
    this.#nodes = word(at(header.nodes));
    this.size = at(header.nodes + 1);
    this.#attributes = word(at(header.attributes));
    this.#source = at(header.source);
    this.#decoded = at(header.decoded);
    this.#nameEnds = word(at(header.nameEnds));
    this.#names = at(header.names);
  }

  #field(node: number, offset: number): number {
    return this.#words[this.#nodes + node * nodeWords + word(offset)] as number;
  }

  #byte(node: number, offset: number): number {
    return this.#bytes[this.#nodes * 4 + node * layout.nodeSize + offset] as number;
  }

  parent = (node: number): number => this.#field(node, layout.nodeParent);
  first = (node: number): number => this.#field(node, layout.nodeFirst);
  last = (node: number): number => this.#field(node, layout.nodeLast);
  previous = (node: number): number => this.#field(node, layout.nodePrevious);
  next = (node: number): number => this.#field(node, layout.nodeNext);
  kind = (node: number): number => this.#byte(node, layout.nodeKind);
  namespace = (node: number): number => this.#byte(node, layout.nodeNamespace);
  /** What native code says of an element beside: mostly the number of its rule. */
  rule = (node: number): number => this.#byte(node, layout.nodeRule);
  isElement = (node: number): boolean => this.kind(node) === Kind.element;
  isText = (node: number): boolean => this.kind(node) === Kind.text;

  /** Returns the node after one in document order within another, its first child if it has one; 0 after the last. */
  following(node: number, within: number): number {
    return this.first(node) || this.followingSkipped(node, within);
  }

  /** Returns the node after one and all that is in it. */
  followingSkipped(node: number, within: number): number {
    for (let at = node; at !== within && at !== 0; at = this.parent(at)) {
      const next = this.next(at);
      if (next !== 0) return next;
    }
    return 0;
  }

  /** Returns the name of an element, in lower case unless its namespace has another. */
  name(node: number): string {
    const number = this.#field(node, layout.nodeName);
    const lower = number < 256 ? (tagNames[number] as string) : this.#otherName(number - 256);
    return this.namespace(node) === Namespace.svg ? (foreignElements.get(lower) ?? lower) : lower;
  }

  #otherName(place: number): string {
    const known = this.#nameTexts[place];
    if (known !== undefined) return known;
    const start = place === 0 ? 0 : (this.#words[this.#nameEnds + place - 1] as number);
    const text = this.#text(this.#names, start, this.#words[this.#nameEnds + place] as number);
    this.#nameTexts[place] = text;
    return text;
  }

  #text(column: number, start: number, end: number): string {
    return utf8Text(this.#bytes, column + start, column + end);
  }

  /** Returns the text of a node that is no element. */
  text(node: number): string {
    return (this.#byte(node, layout.nodeFlags) & layout.textDecoded) !== 0
      ? this.#text(this.#decoded, this.#field(node, layout.nodeFrom), this.#field(node, layout.nodeTo))
      : this.#text(this.#source, this.#field(node, layout.nodeStart), this.#field(node, layout.nodeEnd));
  }

  /** Returns the value of an attribute by its name, null if the element does not have it. */
  attribute(node: number, name: string): string | null {
    const end = this.#field(node, layout.nodeTo);
    for (let i = this.#field(node, layout.nodeFrom); i < end; i++) {
      if (this.#attributeName(node, i) === name) return this.#attributeValue(i);
    }
    return null;
  }

  /** Returns the attributes of an element, each name once. */
  attributes(node: number): Attribute[] {
    const found = new Map<string, string>();
    const end = this.#field(node, layout.nodeTo);
    for (let i = this.#field(node, layout.nodeFrom); i < end; i++) {
      const name = this.#attributeName(node, i);
      if (!found.has(name)) found.set(name, this.#attributeValue(i));
    }
    return Array.from(found, ([name, value]) => ({ name, value }));
  }

  #attributeField(attribute: number, offset: number): number {
    return this.#words[this.#attributes + attribute * attributeWords + word(offset)] as number;
  }

  #attributeByte(attribute: number, offset: number): number {
    return this.#bytes[this.#attributes * 4 + attribute * layout.attrSize + offset] as number;
  }

  #attributeName(node: number, attribute: number): string {
    const number = this.#attributeByte(attribute, layout.attrName);
    let name = attributeNames[number] as string;
    if (number === 0) {
      const column = this.#attributeByte(attribute, layout.attrNameDecoded) !== 0 ? this.#decoded : this.#source;
      const start = this.#attributeField(attribute, layout.attrNameStart);
      name = lower(this.#text(column, start, this.#attributeField(attribute, layout.attrNameEnd)));
    }
    const namespace = this.namespace(node);
    if (namespace === Namespace.svg) return foreignAttributes.get(name) ?? name;
    return namespace === Namespace.mathml && name === 'definitionurl' ? 'definitionURL' : name;
  }

  #attributeValue(attribute: number): string {
    const column = this.#attributeByte(attribute, layout.attrDecoded) !== 0 ? this.#decoded : this.#source;
    const start = this.#attributeField(attribute, layout.attrStart);
    return this.#text(column, start, this.#attributeField(attribute, layout.attrEnd));
  }

  /** Returns where the start tag of an element stands in the document, or that of what it is in if it has none. */
  place(node: number): Place {
    let at = node;
    while (at > this.root && this.#field(at, layout.nodeEnd) === 0) at = this.parent(at);
    const before = this.#text(this.#source, 0, this.#field(at, layout.nodeStart));
    const lines = before.split(/\r\n?|\n/);
    return { offset: before.length, line: lines.length, column: (lines[lines.length - 1] as string).length + 1 };
  }
}

/** A place in a document: in UTF-16 code units from its beginning, and by its line and the column in that, both from 1 on. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Letters of ASCII alone, as in names of attributes. */
function lower(name: string): string {
  return name.replaceAll('\0', '\ufffd').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
