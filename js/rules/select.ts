import { ConvertError } from '../errors.js';
import { isInRange, matchesValue, wordsOf } from './select-values.js';
import {
  type AttributeTest,
  Combinator,
  type Compound,
  caseIgnored,
  caseOfHTML,
  type NthTest,
  type Sought,
  selectorsOf,
  type Test,
} from './selectors.js';
import { Namespace, type Tree } from './tree.js';

/**
 * Matches selectors on a tree, and takes note of what it has found out: each part of a selector is looked at once for each element, however the
 * elements are nested and in which order they are asked for.
 */
export class Matcher {
  readonly #tree: Tree;
  readonly #scope: number;
  readonly #holding = new Map<Compound, Map<number, boolean>>(); // whether it matches an element
  readonly #left = new Map<Compound, Map<number, boolean>>(); // whether it matches one of those above or before
  readonly #right = new Map<Sought, Map<number, boolean>>(); // whether it matches one of those in it or behind it
  readonly #indices = new Map<NthTest, Map<number, number>>();
  readonly #languages = new Map<number, string | null>();

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
      (compound.left === undefined || this.#isLeft(compound, compound.left, node))
    );
  }

  #isLeft(compound: Compound, left: Compound, node: number): boolean {
    const holds = (at: number) => this.#holds(left, at);
    switch (compound.combinator) {
      case Combinator.child:
        return holds(this.#parent(node));
      case Combinator.next:
        return holds(this.#before(node));
      case Combinator.descendant:
        return along(mapOf(this.#left, left), node, (at) => this.#parent(at), holds);
      default:
        return along(mapOf(this.#left, left), node, (at) => this.#before(at), holds);
    }
  }

  #holds(compound: Compound, node: number): boolean {
    if (node === 0) return false;
    const known = mapOf(this.#holding, compound);
    let holds = known.get(node);
    if (holds === undefined) {
      holds = this.#compound(compound, node);
      known.set(node, holds);
    }
    return holds;
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
        return this.#isNth(test, node);
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
    const tree = this.#tree;
    const known = mapOf(this.#right, sought);
    const isIt = (at: number) =>
      this.#compound(sought.compound, at) && (sought.next === undefined || this.#finds(sought.next, at));
    switch (sought.combinator) {
      case Combinator.child:
        for (let at = tree.first(from); at !== 0; at = tree.next(at)) if (tree.isElement(at) && isIt(at)) return true;
        return false;
      case Combinator.next: {
        const after = this.#after(from);
        return after !== 0 && isIt(after);
      }
      case Combinator.subsequent:
        return along(known, from, (at) => this.#after(at), isIt);
      default:
        return this.#isWithin(known, from, isIt);
    }
  }

  /** Reports whether one of the elements in another is sought. Of all that it passes it takes note, so that none is passed again. */
  #isWithin(known: Map<number, boolean>, from: number, isIt: (node: number) => boolean): boolean {
    const tree = this.#tree;
    const before = known.get(from);
    if (before !== undefined) return before;
    const passed = [from];
    let found = 0;
    for (let at = tree.first(from); at !== 0 && found === 0; ) {
      const isElement = tree.isElement(at);
      const within = isElement ? known.get(at) : false;
      if (within === true || (isElement && isIt(at))) found = at;
      else if (within === undefined) passed.push(at);
      at = within === undefined ? tree.following(at, from) : tree.followingSkipped(at, from);
    }
    for (const node of passed) known.set(node, false);
    // It is in what it is in.
    for (let at = found; at !== from && at !== 0; ) {
      at = tree.parent(at);
      known.set(at, true);
    }
    return found !== 0;
  }

  #isNth(test: NthTest, node: number): boolean {
    if (test.of && !this.#any(test.of, node)) return false;
    const known = mapOf(this.#indices, test);
    if (!known.has(node)) this.#count(test, known, this.#tree.parent(node));
    const n = (known.get(node) as number) - test.offset;
    return test.step === 0 ? n === 0 : n % test.step === 0 && n / test.step >= 0;
  }

  /** Numbers the elements in another: all of them, or those of each name, or those that match. */
  #count({ fromEnd, ofType, of }: NthTest, known: Map<number, number>, parent: number): void {
    const tree = this.#tree;
    const counts = new Map<string, number>();
    const next = (at: number) => (fromEnd ? tree.previous(at) : tree.next(at));
    for (let at = fromEnd ? tree.last(parent) : tree.first(parent); at !== 0; at = next(at)) {
      if (!tree.isElement(at) || (of && !this.#any(of, at))) continue;
      const kind = ofType ? `${tree.namespace(at)} ${tree.name(at)}` : '';
      const index = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, index);
      known.set(at, index);
    }
  }

  #isEmpty(node: number): boolean {
    for (let at = this.#tree.first(node); at !== 0; at = this.#tree.next(at)) {
      if (this.#tree.isElement(at) || (this.#tree.isText(at) && this.#tree.text(at) !== '')) return false;
    }
    return true;
  }

  #isInLanguage(ranges: readonly string[], node: number): boolean {
    const language = this.#languageOf(node);
    return language !== null && ranges.some((range) => isInRange(language, range));
  }

  #languageOf(node: number): string | null {
    const passed: number[] = [];
    let language: string | null | undefined = null;
    for (let at = node; at !== 0; at = this.#parent(at)) {
      language = this.#languages.get(at);
      if (language !== undefined) break;
      passed.push(at);
      const isHTML = this.#tree.namespace(at) === Namespace.html;
      language = (isHTML ? null : this.#tree.attribute(at, 'xml:lang')) ?? this.#tree.attribute(at, 'lang');
      if (language !== null) break;
    }
    const lower = language?.toLowerCase() ?? null;
    for (const at of passed) this.#languages.set(at, lower);
    return lower;
  }
}

/**
 * Reports whether one of the elements that `step` leads to from another matches, as `holds` says. `known` has that of those that have been asked for. It
 * takes no stack, however far that is.
 */
function along(
  known: Map<number, boolean>,
  from: number,
  step: (node: number) => number,
  holds: (node: number) => boolean,
): boolean {
  const passed: number[] = [];
  let found: boolean | undefined;
  for (let at = from; found === undefined; ) {
    found = known.get(at);
    if (found !== undefined) break;
    passed.push(at);
    at = step(at);
    if (at === 0) found = false;
    else if (holds(at)) found = true;
  }
  for (const node of passed) known.set(node, found);
  return found;
}

function mapOf<K, V>(maps: Map<K, Map<number, V>>, key: K): Map<number, V> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}
