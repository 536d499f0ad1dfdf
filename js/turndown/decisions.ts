import { concatenated, utf8Bytes } from '../host/node.js';
import type { Tree } from '../rules/tree.js';
import { Finder } from './finder.js';
import type { ServiceOptions } from './rules.js';
import type { Rule } from './types.js';
import type { TurndownViews } from './view.js';

// How many elements are decided for before it may be looked at the time.
const atATime = 32;

// What an element is written as: the numbers that core/internal/turndown/ask.go has.
const answered = 0;
const asHTML = 1;
const removed = 2;

/** A rule, or what is instead of one. */
export type Replacing = Omit<Rule, 'filter'>;

/** What a service is about to do: all that it has been told, as it is now. */
export interface ServicePlan {
  readonly options: ServiceOptions;
  /** The rules that are asked, in their order. */
  readonly added: readonly Rule[];
  /** Those of CommonMark that the engine has built in, none if one of them is not as it was. */
  readonly builtin: readonly Rule[];
  /** The filters of what is kept and removed that are not left to the engine. */
  readonly keep: readonly Rule[];
  readonly remove: readonly Rule[];
  /** What writes blank elements, and those without a rule, if the engine does not. */
  readonly blank: Replacing | undefined;
  readonly other: Replacing | undefined;
  /** Escapes text, if the engine does not. */
  readonly escapeText: ((text: string) => string) | undefined;
  keepsHTML(rule: Rule): boolean;
}

/** Which rules of a service are for which elements of one document. */
export class Decisions {
  readonly #plan: ServicePlan;
  readonly #rules = new Map<number, Replacing>();
  readonly #added: Finder;
  readonly #builtin: Finder;
  readonly #keep: Finder;
  readonly #remove: Finder;

  constructor(plan: ServicePlan) {
    const finder = (rules: readonly Rule[]) => new Finder(rules, plan.options);
    this.#plan = plan;
    this.#added = finder(plan.added);
    this.#builtin = finder(plan.builtin);
    this.#keep = finder(plan.keep);
    this.#remove = finder(plan.remove);
  }

  /** Returns the rule that answers for an element. */
  ruleOf(node: number): Replacing {
    return this.#rules.get(node) as Replacing;
  }

  /** Decides for all elements, some at a time: returns pairs of their numbers and those of what they are written as, and the texts if they are escaped. */
  *decide(views: TurndownViews, root: string | undefined): Generator<undefined, Int32Array> {
    const { tree, shape } = views;
    const { blank, escapeText } = this.#plan;
    const pairs: number[] = [];
    const top = rootOf(tree, root);
    let decided = 0;
    for (let at = tree.first(top); at !== 0; at = tree.following(at, top)) {
      if (!tree.isElement(at)) continue;
      if (++decided % atATime === 0) yield;
      const how = shape.isBlank(at) ? this.#answer(at, blank) : this.#decideFor(at, views);
      if (how !== undefined) pairs.push(at, how);
    }
    if (escapeText === undefined) return Int32Array.from(pairs);
    return withTexts(pairs, escapeTexts(views, top, escapeText));
  }

  #answer(node: number, rule: Replacing | undefined): number | undefined {
    if (rule === undefined) return undefined;
    this.#rules.set(node, rule);
    return answered;
  }

  #decideFor(node: number, views: TurndownViews): number | undefined {
    const { other, keepsHTML } = this.#plan;
    const rule = this.#added.find(node, views);
    if (rule !== undefined) return this.#answer(node, rule);
    if (this.#keep.isEmpty && this.#remove.isEmpty && other === undefined) return undefined;
    if (this.#builtin.find(node, views) !== undefined) return undefined;
    const kept = this.#keep.find(node, views);
    if (kept !== undefined) return keepsHTML(kept) ? asHTML : this.#answer(node, kept);
    if (this.#remove.find(node, views) !== undefined) return removed;
    return this.#answer(node, other);
  }
}

/** Returns the element whose content is the document, as native code finds it. */
function rootOf(tree: Tree, name: string | undefined): number {
  const all = tree.first(tree.first(tree.root)); // the body
  if (name === undefined) return all;
  let at = tree.following(all, tree.root);
  while (at !== 0 && !(tree.isElement(at) && tree.name(at) === name)) at = tree.following(at, tree.root);
  return at === 0 ? all : at;
}

function* escapeTexts(
  views: TurndownViews,
  top: number,
  escapeText: (text: string) => string,
): Generator<[number, string]> {
  const { tree, shape } = views;
  const inCode = new Uint8Array(tree.size);
  for (let at = tree.first(top); at !== 0; at = tree.following(at, top)) {
    const isCode = inCode[tree.parent(at)] === 1;
    if (tree.isText(at)) {
      if (!isCode) yield [at, `${escapeText(tree.text(at))}`];
    } else if (isCode || (tree.isElement(at) && shape.nameOf(at) === 'CODE')) {
      inCode[at] = 1;
    }
  }
}

/** Returns pairs with texts after them, as core/internal/turndown/ask.go reads them. */
function withTexts(pairs: number[], texts: Iterable<[number, string]>): Int32Array {
  const found = Array.from(texts, ([node, text]) => ({ node, bytes: utf8Bytes(text) }));
  const numbers = Int32Array.from([
    ...pairs,
    0,
    found.length,
    ...found.flatMap(({ node, bytes }) => [node, bytes.length]),
  ]);
  const parts = [new Uint8Array(numbers.buffer), ...found.map(({ bytes }) => bytes), new Uint8Array(3)];
  const all = concatenated(parts);
  return new Int32Array(new Uint8Array(all).buffer.slice(0, all.length - (all.length % 4)));
}
