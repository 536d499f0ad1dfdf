import type { Encoded } from '../encoded.js';
import type { Asked } from '../rules/asked.js';
import { numberOf } from '../rules/element.js';
import { Decisions, type ServicePlan } from './decisions.js';
import type { TurndownDocument } from './document.js';
import { isNames } from './finder.js';
import { join, trimDocument } from './join.js';
import { encodeTurndown } from './native.js';
import { blankReplacement, defaultReplacement, keepReplacement } from './replacements.js';
import type { Rules, ServiceOptions } from './rules.js';
import type { AsyncReplacementFunction, Rule, TurndownElement } from './types.js';
import { type TurndownElementView, TurndownViews } from './view.js';

/** How a document is converted: by native code alone, or with what that asks. */
export interface Conversion {
  readonly encoded: Encoded;
  /** Finishes what native code has written. */
  finish(markdown: string): string;
}

/** A rule of CommonMark as it was built in. */
export interface Builtin {
  readonly rule: Rule;
  readonly filter: Rule['filter'];
  readonly replacement: Rule['replacement'];
}

/** Plans what a service does. `escapeText` is undefined if it is the engine's. */
export function planOf(
  rules: Rules,
  options: ServiceOptions,
  builtins: readonly Builtin[],
  escapeText: ServicePlan['escapeText'],
): ServicePlan & { readonly keepNames: string[]; readonly removeNames: string[] } {
  const rest = rules.array.length - builtins.length;
  const isWhole = rest >= 0 && builtins.every((one, i) => isSame(one, rules.array[rest + i]));
  const keepsHTML = (rule: Rule) => rule.replacement === keepReplacement;
  const byName =
    rules._keep.every((rule) => isNames(rule.filter) && keepsHTML(rule)) &&
    rules._remove.every((rule) => isNames(rule.filter));
  return {
    options,
    added: isWhole ? rules.array.slice(0, rest) : rules.array.slice(),
    builtin: isWhole ? rules.array.slice(rest) : [],
    keep: byName ? [] : rules._keep.slice(),
    remove: byName ? [] : rules._remove.slice(),
    blank: rules.blankRule.replacement === blankReplacement ? undefined : rules.blankRule,
    other: rules.defaultRule.replacement === defaultReplacement ? undefined : rules.defaultRule,
    escapeText,
    keepsHTML,
    keepNames: byName ? namesOf(rules._keep) : [],
    removeNames: byName ? namesOf(rules._remove) : [],
  };
}

function isSame(one: Builtin, rule: Rule | undefined): boolean {
  return one.rule === rule && rule.filter === one.filter && rule.replacement === one.replacement;
}

function namesOf(rules: readonly Rule[]): string[] {
  return rules.flatMap(({ filter }) => (isNames(filter) ? filter : []));
}

/** Returns how a document is converted. With promises rules may take their time, and are asked level by level; or else in Turndown's order. */
export function conversionOf(
  plan: ReturnType<typeof planOf>,
  document: TurndownDocument,
  promises: boolean,
): Conversion {
  const { options, added, builtin, keep, remove, blank, other, escapeText } = plan;
  const appending = added.filter(({ append }) => append);
  const asks =
    added.length + keep.length + remove.length > 0 ||
    blank !== undefined ||
    other !== undefined ||
    escapeText !== undefined;
  const json = encodeTurndown(options, {
    keep: plan.keepNames,
    remove: plan.removeNames,
    formless: builtin.length === 0,
    root: document.root ?? '',
    asks,
    inOrder: !promises,
    unfinished: appending.length > 0,
  });
  return {
    encoded: { json, asked: asks ? askedOf(plan, document, promises) : undefined },
    finish: (markdown) => (appending.length === 0 ? markdown : appendTo(markdown, appending, options)),
  };
}

function askedOf(plan: ServicePlan, document: TurndownDocument, promises: boolean): Asked {
  const decisions = new Decisions(plan);
  return {
    views: TurndownViews,
    decide: (views) => decisions.decide(views as TurndownViews, document.root),
    answer(_rule, content, view) {
      const rule = decisions.ruleOf(numberOf(view)) as { replacement: AsyncReplacementFunction };
      const node = view as TurndownElementView as unknown as TurndownElement;
      const written: unknown = rule.replacement(content, node, plan.options);
      if (!isPromise(written)) return `${written}`;
      if (promises) return written.then((text) => `${text}`);
      throw new TypeError('A replacement returned a promise, which turndown() cannot wait for. Use turndownAsync()');
    },
    nameOf: () => 'replacement',
    options: plan.options as unknown as Asked['options'],
  };
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}

/** Appends what rules have to say at the end, and the definitions that native code has set apart for that. */
function appendTo(markdown: string, rules: readonly Rule[], options: ServiceOptions): string {
  const end = markdown.lastIndexOf('\0');
  const definitions = markdown.slice(end + 1);
  let text = markdown.slice(0, end);
  for (const rule of rules) text = join(text, `${rule.append?.(options)}`);
  return trimDocument(definitions === '' ? text : join(text, `\n\n${definitions}\n\n`));
}
