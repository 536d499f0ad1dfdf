import { checkCall } from './call.js';
import { convertNow, convertOnce } from './convert.js';
import { ConvertError } from './errors.js';
import { commonmarkRules } from './turndown/commonmark.js';
import { readDocument } from './turndown/document.js';
import { escapeText } from './turndown/escape.js';
import { defaults } from './turndown/native.js';
import { type Builtin, type Conversion, conversionOf, planOf } from './turndown/plan.js';
import { blankReplacement, defaultReplacement, keepReplacement } from './turndown/replacements.js';
import { Rules } from './turndown/rules.js';
import type * as types from './turndown/types.js';

/** The class, but for that it may be called without new. */
class Service {
  options: TurndownService.ServiceOptions;
  rules: TurndownService.Rules;
  readonly #builtins: readonly Builtin[];

  constructor(options?: TurndownService.Options) {
    const rules = commonmarkRules();
    this.#builtins = Object.values(rules).map((rule) => ({
      rule,
      filter: rule.filter,
      replacement: rule.replacement,
    }));
    this.options = { rules, ...defaults, blankReplacement, keepReplacement, defaultReplacement, ...options };
    this.rules = new Rules(this.options);
  }

  /** Converts HTML, or what is in a node of the DOM, on the calling thread, which waits. */
  turndown(html: string | TurndownService.Node): string {
    const { encoded, finish, text } = this.#begin(html, false);
    try {
      return finish(convertNow(encoded, text));
    } catch (error) {
      throw isOfRule(error) ? error.cause : error;
    }
  }

  /**
   * Converts on another thread: the event loop goes on. Replacements are called on this one, and may return promises. It never throws:
   * errors reject.
   */
  async turndownAsync(html: string | TurndownService.Node, call?: TurndownService.Call): Promise<string> {
    const { encoded, finish, text } = this.#begin(html, true);
    return finish(await convertOnce(encoded, text, checkCall(call)));
  }

  #begin(input: unknown, promises: boolean): Conversion & { text: string } {
    const document = readDocument(input);
    const escapeText = this.escape === builtinEscape ? undefined : (text: string) => this.escape(text);
    const plan = planOf(this.rules, this.options, this.#builtins, escapeText);
    return { ...conversionOf(plan, document, promises), text: document.html };
  }

  /** Calls a plugin, or some, with this service. */
  use(plugin: TurndownService.Plugin | TurndownService.Plugin[]): this;
  use(plugin: TurndownService.OtherPlugin | TurndownService.OtherPlugin[]): this;
  use(plugin: TurndownService.OtherPlugin | TurndownService.OtherPlugin[]): this {
    if (Array.isArray(plugin)) for (const one of plugin) this.use(one);
    else if (typeof plugin === 'function') plugin(this as never);
    else throw new TypeError('plugin must be a Function or an Array of Functions');
    return this;
  }

  /** Adds a rule before all others. */
  addRule(key: string, rule: TurndownService.Rule): this {
    this.options.rules[key] = rule;
    this.rules.add(key, rule);
    return this;
  }

  /** Keeps elements as HTML that no rule is for. */
  keep(filter: TurndownService.Filter): this {
    this.rules.keep(filter);
    return this;
  }

  /** Leaves elements out that no rule is for. */
  remove(filter: TurndownService.Filter): this {
    this.rules.remove(filter);
    return this;
  }

  /** Escapes the text of a node, unless it is code. It may be overridden. */
  escape(text: string): string {
    return escapeText(text);
  }
}

const builtinEscape = Service.prototype.escape;

/**
 * The service of Turndown, with its options, rules and plugins, and its Markdown. It may be used in place of the package `turndown`;
 * docs/from-turndown.md tells what differs.
 *
 * @example
 * const service = new TurndownService({ headingStyle: 'atx' });
 * service.turndown('<h1>Tides</h1>'); // '# Tides'
 * await service.turndownAsync(html, { timeout: 5000 }); // the event loop goes on
 */
const TurndownService = new Proxy(Service, {
  apply: (Target, _this, [options]) => new Target(options),
}) as typeof Service & ((options?: TurndownService.Options) => TurndownService);

interface TurndownService extends Service {}

function isOfRule(error: unknown): error is ConvertError & { cause: unknown } {
  return error instanceof ConvertError && error.code === 'ERR_RULE' && 'cause' in error;
}

declare namespace TurndownService {
  type Options = types.TurndownOptions;
  type ServiceOptions = types.TurndownOptions & { rules: Record<string, Rule> };
  type Rule = types.Rule;
  type Filter = types.Filter;
  type FilterFunction = types.FilterFunction;
  type ReplacementFunction = types.ReplacementFunction;
  type AsyncReplacementFunction = types.AsyncReplacementFunction;
  type Node = types.NodeLike;
  type Rules = import('./turndown/rules.js').Rules;
  type Plugin = (service: TurndownService) => void;
  /** A plugin that knows the types of Turndown alone. */
  type OtherPlugin = (service: never) => void;
  type TagName = string;
  type Call = import('./call.js').Call;
}

export = TurndownService;
