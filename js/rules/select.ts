import { engine } from '../backend/load.js';
import { ConvertError } from '../errors.js';
import type { Failure } from '../native/binding.js';
import { failed } from '../native/status.js';
import { Namespace, type Tree } from './tree.js';

// Native code reads selectors, and tells them as core/internal/selector/describe.go has it. Here they are matched.

/** A compound selector, and what stands to its left. */
interface Compound {
  readonly tests: readonly Test[];
  readonly combinator: Combinator;
  readonly left?: Compound;
}

/** A relative selector of `:has`. */
interface Sought {
  readonly combinator: Combinator;
  readonly compound: Compound;
  readonly next?: Sought;
}

type Combinator = (typeof Combinator)[keyof typeof Combinator];
const Combinator = { alone: 0, descendant: 1, child: 2, next: 3, subsequent: 4 } as const;

const caseIgnored = 1;
const caseOfHTML = 2;

interface AttributeTest {
  readonly kind: 'attribute';
  readonly name: string;
  readonly lower: string;
  readonly operator: '' | '=' | '~' | '|' | '^' | '$' | '*';
  readonly value: string;
  readonly caseOf: number;
  readonly anyNamespace: boolean;
}

interface NthTest {
  readonly kind: 'nth';
  readonly step: number;
  readonly offset: number;
  readonly fromEnd: boolean;
  readonly ofType: boolean;
  readonly of?: readonly Compound[] | null;
}

type Test =
  | { readonly kind: 'type'; readonly name: string; readonly lower: string }
  | { readonly kind: 'class' | 'id'; readonly name: string }
  | { readonly kind: 'is' | 'not'; readonly list: readonly Compound[] }
  | { readonly kind: 'has'; readonly sought: readonly Sought[] }
  | { readonly kind: 'lang'; readonly ranges: readonly string[] }
  | { readonly kind: 'root' | 'scope' | 'empty' | 'nothing' | 'direction' | 'selectedOption' }
  | AttributeTest
  | NthTest;

/** Selectors that have been read, by their text. */
const read = new Map<string, readonly Compound[]>();
const mostRead = 256;

function selectorsOf(text: string): readonly Compound[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  const described = engine.describeSelector(text);
  if (typeof described !== 'string') throw failed(described as Failure | number);
  const selectors = JSON.parse(described) as readonly Compound[];
  if (read.size >= mostRead) read.clear();
  read.set(text, selectors);
  return selectors;
}

/** Matches selectors on a tree, and takes note of what it has found out. */
export class Matcher {
  readonly #tree: Tree;
  readonly #known = new Map<Compound, Map<number, boolean>>();
  readonly #sought = new Map<Sought, Map<number, boolean>>();
  readonly #scope: number;

  /** `:scope` is that element. */
  constructor(tree: Tree, scope: number) {
    this.#tree = tree;
    this.#scope = scope;
  }

  /** Reports whether an element matches one of the selectors of a text. Throws ERR_INVALID_OPTION for what is none. */
  matches(text: string, node: number): boolean {
    return this.#any(selectorsOf(String(text)), node);
  }

  #any(list: readonly Compound[], node: number): boolean {
    return list.some((compound) => this.#compound(compound, node));
  }

  #compound(compound: Compound, node: number): boolean {
    return (
      compound.tests.every((test) => this.#test(test, node)) &&
      (compound.left === undefined || this.#left(compound, compound.left, node))
    );
  }

  #left(compound: Compound, left: Compound, node: number): boolean {
    switch (compound.combinator) {
      case Combinator.child:
        return this.#holds(left, this.#parent(node));
      case Combinator.next:
        return this.#holds(left, this.#before(node));
      case Combinator.descendant:
        return this.#along(left, node, (at) => this.#parent(at));
      default:
        return this.#along(left, node, (at) => this.#before(at));
    }
  }

  #holds(compound: Compound, node: number): boolean {
    if (node === 0) return false;
    const known = mapOf(this.#known, compound);
    let holds = known.get(node);
    if (holds === undefined) {
      holds = this.#compound(compound, node);
      known.set(node, holds);
    }
    return holds;
  }

  #along(compound: Compound, node: number, step: (node: number) => number): boolean {
    for (let at = step(node); at !== 0; at = step(at)) if (this.#holds(compound, at)) return true;
    return false;
  }

  #parent(node: number): number {
    const parent = this.#tree.parent(node);
    return parent === this.#tree.root ? 0 : parent;
  }

  #before(node: number): number {
    let at = this.#tree.previous(node);
    while (at !== 0 && !this.#tree.isElement(at)) at = this.#tree.previous(at);
    return at;
  }

  #after(node: number): number {
    let at = this.#tree.next(node);
    while (at !== 0 && !this.#tree.isElement(at)) at = this.#tree.next(at);
    return at;
  }

  #test(test: Test, node: number): boolean {
    const tree = this.#tree;
    switch (test.kind) {
      case 'type':
        return tree.namespace(node) === Namespace.html ? tree.name(node) === test.lower : tree.name(node) === test.name;
      case 'class':
        return wordsOf(tree.attribute(node, 'class') ?? '').includes(test.name);
      case 'id':
        return tree.attribute(node, 'id') === test.name;
      case 'attribute':
        return this.#attribute(test, node);
      case 'is':
        return this.#any(test.list, node);
      case 'not':
        return !this.#any(test.list, node);
      case 'has':
        return test.sought.some((sought) => this.#finds(sought, node));
      case 'nth':
        return this.#nth(test, node);
      case 'root':
        return this.#parent(node) === 0;
      case 'scope':
        return node === this.#scope;
      case 'empty':
        return this.#isEmpty(node);
      case 'lang':
        return this.#isInLanguage(test.ranges, node);
      case 'nothing':
        return false;
      default:
        throw new ConvertError(
          'ERR_INVALID_ARG',
          'Expected a CSS selector without :dir() and :checked for a node of a rule',
        );
    }
  }

  #attribute(test: AttributeTest, node: number): boolean {
    const isHTML = this.#tree.namespace(node) === Namespace.html;
    const fold = test.caseOf === caseIgnored || (test.caseOf === caseOfHTML && isHTML);
    if (isHTML || !test.anyNamespace) {
      const value = this.#tree.attribute(node, isHTML ? test.lower : test.name);
      return value !== null && matchesValue(test, value, fold);
    }
    return this.#tree
      .attributes(node)
      .some(({ name, value }) => name.slice(name.indexOf(':') + 1) === test.name && matchesValue(test, value, fold));
  }

  #finds(sought: Sought, from: number): boolean {
    const known = mapOf(this.#sought, sought);
    let found = known.get(from);
    if (found === undefined) {
      found = this.#look(sought, from);
      known.set(from, found);
    }
    return found;
  }

  #look(sought: Sought, from: number): boolean {
    const tree = this.#tree;
    const isIt = (at: number) =>
      tree.isElement(at) &&
      this.#compound(sought.compound, at) &&
      (sought.next === undefined || this.#finds(sought.next, at));
    switch (sought.combinator) {
      case Combinator.child:
        for (let at = tree.first(from); at !== 0; at = tree.next(at)) if (isIt(at)) return true;
        return false;
      case Combinator.next: {
        const after = this.#after(from);
        return after !== 0 && isIt(after);
      }
      case Combinator.subsequent:
        for (let at = this.#after(from); at !== 0; at = this.#after(at)) if (isIt(at)) return true;
        return false;
      default:
        for (let at = tree.first(from); at !== 0; at = tree.following(at, from)) if (isIt(at)) return true;
        return false;
    }
  }

  #nth({ step, offset, fromEnd, ofType, of }: NthTest, node: number): boolean {
    if (of && !this.#any(of, node)) return false;
    const tree = this.#tree;
    let index = 1;
    const move = (at: number) => (fromEnd ? this.#after(at) : this.#before(at));
    for (let at = move(node); at !== 0; at = move(at)) {
      if (
        of
          ? this.#any(of, at)
          : !ofType || (tree.name(at) === tree.name(node) && tree.namespace(at) === tree.namespace(node))
      )
        index++;
    }
    const n = index - offset;
    return step === 0 ? n === 0 : n % step === 0 && n / step >= 0;
  }

  #isEmpty(node: number): boolean {
    for (let at = this.#tree.first(node); at !== 0; at = this.#tree.next(at)) {
      if (this.#tree.isElement(at) || (this.#tree.isText(at) && this.#tree.text(at) !== '')) return false;
    }
    return true;
  }

  #isInLanguage(ranges: readonly string[], node: number): boolean {
    for (let at = node; at !== 0; at = this.#parent(at)) {
      const isHTML = this.#tree.namespace(at) === Namespace.html;
      const language = (isHTML ? null : this.#tree.attribute(at, 'xml:lang')) ?? this.#tree.attribute(at, 'lang');
      if (language !== null) return ranges.some((range) => isInRange(language.toLowerCase(), range));
    }
    return false;
  }
}

function mapOf<K>(maps: Map<K, Map<number, boolean>>, key: K): Map<number, boolean> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}

function wordsOf(value: string): string[] {
  return value.split(/[\t\n\f\r ]+/).filter((word) => word !== '');
}

function matchesValue({ operator, value }: AttributeTest, actual: string, fold: boolean): boolean {
  const a = fold ? actual.toLowerCase() : actual;
  const b = fold ? value.toLowerCase() : value;
  switch (operator) {
    case '':
      return true;
    case '=':
      return a === b;
    case '|':
      return a === b || a.startsWith(`${b}-`);
    case '~':
      return wordsOf(a).includes(b);
    case '^':
      return b !== '' && a.startsWith(b);
    case '$':
      return b !== '' && a.endsWith(b);
    default:
      return b !== '' && a.includes(b);
  }
}

// The extended filtering of language tags: https://www.rfc-editor.org/rfc/rfc4647#section-3.3.2
function isInRange(tag: string, range: string): boolean {
  if (tag === '' || range === '') return tag === range;
  const own = tag.split('-');
  const [first, ...wanted] = range.split('-');
  if (first !== '*' && first !== own[0]) return false;
  let at = 1;
  for (const part of wanted) {
    if (part === '*') continue;
    for (; own[at] !== part; at++) {
      const subtag = own[at];
      if (subtag === undefined || subtag.length === 1) return false;
    }
    at++;
  }
  return true;
}
