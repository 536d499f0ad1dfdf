import { removedReplacement } from './replacements.js';
import type { Filter, Rule, TurndownElement, TurndownOptions } from './types.js';

/** Reports whether a rule is for an element. */
export function matches(rule: Rule, node: TurndownElement, options: TurndownOptions): boolean {
  const { filter } = rule;
  if (typeof filter === 'string') return filter === node.nodeName.toLowerCase();
  if (Array.isArray(filter)) return filter.includes(node.nodeName.toLowerCase());
  if (typeof filter === 'function') return Boolean(filter.call(rule, node, options));
  throw new TypeError('`filter` needs to be a string, array, or function');
}

/** The options with the rules by their names, as a service has them. */
export type ServiceOptions = TurndownOptions & { rules: Record<string, Rule> };

/** The rules of a service, in the order in which they are tried: blank, added, CommonMark, keep, remove, default. */
export class Rules {
  options: ServiceOptions;
  array: Rule[];
  blankRule: Omit<Rule, 'filter'>;
  keepReplacement: Rule['replacement'];
  defaultRule: Omit<Rule, 'filter'>;
  /** @internal */
  _keep: Rule[] = [];
  /** @internal */
  _remove: Rule[] = [];

  constructor(options: ServiceOptions) {
    this.options = options;
    this.blankRule = { replacement: options.blankReplacement };
    this.keepReplacement = options.keepReplacement;
    this.defaultRule = { replacement: options.defaultReplacement };
    this.array = Object.values(options.rules);
  }

  add(_key: unknown, rule: Rule): void {
    this.array.unshift(rule);
  }

  keep(filter: Filter): void {
    this._keep.unshift({ filter, replacement: this.keepReplacement });
  }

  remove(filter: Filter): void {
    this._remove.unshift({ filter, replacement: removedReplacement });
  }

  forNode(node: TurndownElement): Omit<Rule, 'filter'> {
    if (node.isBlank) return this.blankRule;
    const find = (rules: readonly Rule[]) => rules.find((rule) => matches(rule, node, this.options));
    return find(this.array) ?? find(this._keep) ?? find(this._remove) ?? this.defaultRule;
  }

  forEach(callback: (rule: Rule, index: number) => unknown): void {
    this.array.forEach((rule, index) => {
      callback(rule, index);
    });
  }
}
