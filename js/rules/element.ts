import { htmlOf } from './html.js';
import { Matcher } from './select.js';
import { type Attribute, Kind, Namespace, type Tree } from './tree.js';

/** A list that can be read and not changed. */
export interface ViewList<T> extends Iterable<T> {
  readonly length: number;
  readonly [index: number]: T;
  item(index: number): T | null;
}

/** The attributes of an element. */
export interface AttributeList extends ViewList<Attribute> {
  getNamedItem(name: string): Attribute | null;
}

/** The classes of an element. */
export interface ClassList extends ViewList<string> {
  readonly value: string;
  contains(token: string): boolean;
}

/** The views of a tree: each node has one, which is made when somebody asks for it. */
export class Views {
  readonly tree: Tree;
  readonly #known: (NodeView | undefined)[] = [];

  constructor(tree: Tree) {
    this.tree = tree;
  }

  /** Returns the view of a node, null of none. */
  of(node: number): NodeView | null {
    if (node === 0) return null;
    return (
      this.#known[node] ?? (this.tree.isElement(node) ? this.element(node) : this.#add(node, new NodeView(this, node)))
    );
  }

  /** Returns that of an element, null of what is none. */
  element(node: number): ElementView | null {
    const known = this.#known[node];
    if (known !== undefined) return known instanceof ElementView ? known : null;
    return node !== 0 && this.tree.isElement(node) ? this.#add(node, this.makeElement(node)) : null;
  }

  /** Makes the view of an element. */
  protected makeElement(node: number): ElementView {
    return new ElementView(this, node);
  }

  #add<T extends NodeView>(node: number, view: T): T {
    this.#known[node] = view;
    return view;
  }
}

const nodeTypes = { [Kind.document]: 9, [Kind.element]: 1, [Kind.text]: 3, [Kind.comment]: 8, [Kind.doctype]: 10 };
const nodeNames = ['#document', '', '#text', '#comment', 'html'];

// What a view is of, which is nobody's but these modules'.
let viewsOf: (view: NodeView) => Views;

/** Returns the number of the node that a view is of. */
export let numberOf: (view: NodeView) => number;

/** A node of a document as the DOM has it, which can be read and not changed. */
export class NodeView {
  readonly #views: Views;
  readonly #node: number;

  static {
    viewsOf = (view) => view.#views;
    numberOf = (view) => view.#node;
  }

  /** @internal */
  constructor(views: Views, node: number) {
    this.#views = views;
    this.#node = node;
  }

  get nodeType(): number {
    return nodeTypes[this.#views.tree.kind(this.#node) as keyof typeof nodeTypes];
  }

  get nodeName(): string {
    return nodeNames[this.#views.tree.kind(this.#node)] as string;
  }

  /** The text of a text node or a comment, null of others. */
  get nodeValue(): string | null {
    const { tree } = this.#views;
    switch (tree.kind(this.#node)) {
      case Kind.text:
        return textFrom(tree, this.#node);
      case Kind.comment:
        return tree.text(this.#node);
      default:
        return null;
    }
  }

  get data(): string | null {
    return this.nodeValue;
  }

  get textContent(): string | null {
    const { tree } = this.#views;
    const kind = tree.kind(this.#node);
    if (kind !== Kind.element) return this.nodeValue;
    let text = '';
    for (let at = tree.first(this.#node); at !== 0; at = tree.following(at, this.#node)) {
      if (tree.isText(at)) text += tree.text(at);
    }
    return text;
  }

  get parentNode(): NodeView | null {
    return this.#views.of(this.#views.tree.parent(this.#node));
  }

  get parentElement(): ElementView | null {
    return this.#views.element(this.#views.tree.parent(this.#node));
  }

  /** The document node. */
  get ownerDocument(): NodeView | null {
    return this.#node === this.#views.tree.root ? null : this.#views.of(this.#views.tree.root);
  }

  get firstChild(): NodeView | null {
    return this.#views.of(this.#views.tree.first(this.#node));
  }

  get lastChild(): NodeView | null {
    const { tree } = this.#views;
    return this.#views.of(textStart(tree, tree.last(this.#node)));
  }

  get nextSibling(): NodeView | null {
    return this.#views.of(nextOf(this.#views.tree, this.#node));
  }

  get previousSibling(): NodeView | null {
    const { tree } = this.#views;
    return this.#views.of(textStart(tree, tree.previous(this.#node)));
  }

  get nextElementSibling(): ElementView | null {
    const { tree } = this.#views;
    let at = tree.next(this.#node);
    while (at !== 0 && !tree.isElement(at)) at = tree.next(at);
    return this.#views.element(at);
  }

  get previousElementSibling(): ElementView | null {
    const { tree } = this.#views;
    let at = tree.previous(this.#node);
    while (at !== 0 && !tree.isElement(at)) at = tree.previous(at);
    return this.#views.element(at);
  }

  get childNodes(): ViewList<NodeView> {
    const { tree } = this.#views;
    const nodes: NodeView[] = [];
    for (let at = tree.first(this.#node); at !== 0; at = nextOf(tree, at)) nodes.push(this.#views.of(at) as NodeView);
    return listOf(nodes);
  }

  hasChildNodes(): boolean {
    return this.#views.tree.first(this.#node) !== 0;
  }

  /** Reports whether a node is this one or in it. */
  contains(other: NodeView | null): boolean {
    if (other === null || viewsOf(other) !== this.#views) return false;
    let at = numberOf(other);
    while (at !== 0 && at !== this.#node) at = this.#views.tree.parent(at);
    return at !== 0;
  }
}

/** An element of a document as the DOM has it, which can be read and not changed. */
export class ElementView extends NodeView {
  get #views(): Views {
    return viewsOf(this);
  }

  get #node(): number {
    return numberOf(this);
  }

  override get nodeName(): string {
    return this.tagName;
  }

  /** In upper case for an element of HTML. */
  get tagName(): string {
    const { tree } = this.#views;
    const name = tree.name(this.#node);
    return tree.namespace(this.#node) === Namespace.html ? name.toUpperCase() : name;
  }

  get localName(): string {
    return this.#views.tree.name(this.#node);
  }

  override get textContent(): string {
    return super.textContent as string;
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  get classList(): ClassList {
    const value = this.className;
    const tokens = [...new Set(value.split(/[\t\n\f\r ]+/).filter((token) => token !== ''))];
    return Object.freeze(
      Object.assign(viewList(tokens), { value, contains: (token: string) => tokens.includes(token) }),
    );
  }

  get attributes(): AttributeList {
    const attributes = this.#views.tree.attributes(this.#node);
    const getNamedItem = (name: string) => attributes.find((one) => one.name === this.#asked(name)) ?? null;
    return Object.freeze(Object.assign(viewList(attributes), { getNamedItem }));
  }

  #asked(name: string): string {
    const text = String(name);
    return this.#views.tree.namespace(this.#node) === Namespace.html ? text.toLowerCase() : text;
  }

  getAttribute(name: string): string | null {
    return this.#views.tree.attribute(this.#node, this.#asked(name));
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  getAttributeNames(): string[] {
    return this.#views.tree.attributes(this.#node).map(({ name }) => name);
  }

  get innerHTML(): string {
    return htmlOf(this.#views.tree, this.#node, false);
  }

  get outerHTML(): string {
    return htmlOf(this.#views.tree, this.#node, true);
  }

  get children(): ViewList<ElementView> {
    const { tree } = this.#views;
    const elements: ElementView[] = [];
    for (let at = tree.first(this.#node); at !== 0; at = tree.next(at)) {
      if (tree.isElement(at)) elements.push(this.#views.element(at) as ElementView);
    }
    return listOf(elements);
  }

  get childElementCount(): number {
    return this.children.length;
  }

  get firstElementChild(): ElementView | null {
    const { tree } = this.#views;
    let at = tree.first(this.#node);
    while (at !== 0 && !tree.isElement(at)) at = tree.next(at);
    return this.#views.element(at);
  }

  get lastElementChild(): ElementView | null {
    const { tree } = this.#views;
    let at = tree.last(this.#node);
    while (at !== 0 && !tree.isElement(at)) at = tree.previous(at);
    return this.#views.element(at);
  }

  /** Reports whether it matches a CSS selector, of any level but for `:dir()` and `:checked`. */
  matches(selectors: string): boolean {
    return this.#matcher().matches(selectors, this.#node);
  }

  /** Returns the nearest of it and what it is in that matches a CSS selector. */
  closest(selectors: string): ElementView | null {
    const matcher = this.#matcher();
    let at = this.#node;
    while (at !== this.#views.tree.root && !matcher.matches(selectors, at)) at = this.#views.tree.parent(at);
    return this.#views.element(at);
  }

  /** Returns the first element in it that matches a CSS selector. */
  querySelector(selectors: string): ElementView | null {
    for (const node of this.#found(selectors)) return this.#views.element(node);
    return null;
  }

  /** Returns all elements in it that match a CSS selector. */
  querySelectorAll(selectors: string): ViewList<ElementView> {
    return listOf(Array.from(this.#found(selectors), (node) => this.#views.element(node) as ElementView));
  }

  *#found(selectors: string): Iterable<number> {
    const { tree } = this.#views;
    const matcher = this.#matcher();
    for (let at = tree.first(this.#node); at !== 0; at = tree.following(at, this.#node)) {
      if (tree.isElement(at) && matcher.matches(selectors, at)) yield at;
    }
  }

  // What is known of an element holds for each, unless `:scope` is asked for.
  #matcher(): Matcher {
    return new Matcher(this.#views.tree, this.#node);
  }

  /** Returns the elements of a name in it, of any name for `*`. */
  getElementsByTagName(name: string): ViewList<ElementView> {
    const { tree } = this.#views;
    const asked = this.#asked(name);
    const found: ElementView[] = [];
    for (let at = tree.first(this.#node); at !== 0; at = tree.following(at, this.#node)) {
      if (tree.isElement(at) && (asked === '*' || tree.name(at) === asked))
        found.push(this.#views.element(at) as ElementView);
    }
    return listOf(found);
  }
}

function listOf<T>(items: readonly T[]): ViewList<T> {
  return Object.freeze(viewList(items));
}

function viewList<T>(items: readonly T[]): ViewList<T> {
  return Object.assign(Object.create(listMethods), items, { length: items.length });
}

const listMethods = {
  item<T>(this: ViewList<T>, index: number): T | null {
    return this[index] ?? null;
  },
  *[Symbol.iterator]<T>(this: ViewList<T>): Iterator<T> {
    for (let i = 0; i < this.length; i++) yield this[i] as T;
  },
};

// Text that is one node for the DOM may be several in the tree: the first of them stands for all.
function textFrom(tree: Tree, node: number): string {
  let text = tree.text(node);
  for (let at = tree.next(node); at !== 0 && tree.isText(at); at = tree.next(at)) text += tree.text(at);
  return text;
}

function textStart(tree: Tree, node: number): number {
  let at = node;
  if (at === 0 || !tree.isText(at)) return at;
  for (let before = tree.previous(at); before !== 0 && tree.isText(before); before = tree.previous(at)) at = before;
  return at;
}

function nextOf(tree: Tree, node: number): number {
  let at = tree.next(node);
  if (tree.isText(node)) while (at !== 0 && tree.isText(at)) at = tree.next(at);
  return at;
}
