import type { Asked } from './asked.js';
import type { FunctionRule } from './rule.js';

type RuleFunction = FunctionRule['replacement'];

/**
 * Reads the option `rules` once: whoever gave it may change it afterwards. Returns the options with what was read, and what answers for
 * the functions in it if there are any. What is no rule is left to native code to refuse.
 */
export function readRules(options: object): { options: object; asked: Asked | undefined } {
  const { rules } = options as { rules?: unknown };
  if (!Array.isArray(rules)) return { options, asked: undefined };
  const copies = rules.map((rule: unknown) => (typeof rule === 'object' && rule !== null ? { ...rule } : rule));
  const copy = Object.freeze({ ...options, rules: copies });
  const functions = copies.map((rule) => (rule as Partial<FunctionRule> | null)?.replacement);
  if (!functions.some((one) => typeof one === 'function')) return { options: copy, asked: undefined };
  return {
    options: copy,
    asked: {
      answer: (rule, ...told) => Reflect.apply(functions[rule] as RuleFunction, rules[rule], told),
      nameOf: (rule) => (copies[rule] as FunctionRule).selector,
      options: copy as Readonly<Record<string, unknown>>,
    },
  };
}
