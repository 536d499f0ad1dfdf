import { Kind, Namespace, type Tree } from '../rules/tree.js';
import { blocks } from './names.js';

// What native code says of an element that shows and says nothing: core/internal/turndown/ask.go has the same.
const blankMark = 255;

/** What elements hold, as Turndown asks for it. */
export class Shape {
  readonly #tree: Tree;
  readonly #names: string[] = [];

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /** Returns the name of an element, in upper case for one of HTML. */
  nameOf(node: number): string {
    const known = this.#names[node];
    if (known !== undefined) return known;
    const name = this.#tree.name(node);
    const shown = this.#tree.namespace(node) === Namespace.html ? name.toUpperCase() : name;
    this.#names[node] = shown;
    return shown;
  }

  isBlock(node: number): boolean {
    return blocks.has(this.nameOf(node));
  }

  /** Reports whether a node is code, or in code. */
  isCode(node: number): boolean {
    for (let at = node; this.#tree.kind(at) === Kind.element; at = this.#tree.parent(at)) {
      if (this.nameOf(at) === 'CODE') return true;
    }
    return false;
  }

  /** Reports whether an element shows and says nothing. */
  isBlank(node: number): boolean {
    return this.#tree.rule(node) === blankMark;
  }
}
