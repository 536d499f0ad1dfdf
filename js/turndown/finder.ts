import { matches } from './rules.js';
import type { Filter, Rule, TurndownElement, TurndownOptions } from './types.js';
import type { TurndownViews } from './view.js';

/** Finds the first of some rules that is for an element. */
export class Finder {
  readonly #rules: readonly Rule[];
  readonly #options: TurndownOptions;
  /** By the names of elements: the rules that may be for them. */
  readonly #byName = new Map<string, readonly Rule[]>();

  constructor(rules: readonly Rule[], options: TurndownOptions) {
    this.#rules = rules;
    this.#options = options;
  }

  /** Whether there are none. */
  get isEmpty(): boolean {
    return this.#rules.length === 0;
  }

  find(node: number, views: TurndownViews): Rule | undefined {
    const name = views.shape.nameOf(node);
    let rules = this.#byName.get(name);
    if (rules === undefined) {
      rules = this.#rules.filter(({ filter }) => mayMatch(filter, name.toLowerCase()));
      this.#byName.set(name, rules);
    }
    for (const rule of rules) {
      if (isNames(rule.filter)) return rule;
      if (matches(rule, views.element(node) as unknown as TurndownElement, this.#options)) return rule;
    }
    return undefined;
  }
}

/** Reports whether a filter is one or more names. */
export function isNames(filter: Filter): filter is string | string[] {
  return typeof filter === 'string' || Array.isArray(filter);
}

function mayMatch(filter: Filter, name: string): boolean {
  if (Array.isArray(filter)) return filter.includes(name);
  return typeof filter !== 'string' || filter === name;
}
