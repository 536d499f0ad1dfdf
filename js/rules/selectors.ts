import { engine } from '../backend/load.js';
import type { Failure } from '../native/binding.js';
import { failed } from '../native/status.js';

// Native code reads selectors, and tells them as core/internal/selector/describe.go has it.

/** A compound selector, and what stands to its left. */
export interface Compound {
  readonly tests: readonly Test[];
  readonly combinator: Combinator;
  readonly left?: Compound;
}

/** A relative selector of `:has`. */
export interface Sought {
  readonly combinator: Combinator;
  readonly compound: Compound;
  readonly next?: Sought;
}

export type Combinator = (typeof Combinator)[keyof typeof Combinator];
export const Combinator = { alone: 0, descendant: 1, child: 2, next: 3, subsequent: 4 } as const;

/** How letter case counts in the value of an attribute: 1 is not at all, 2 as HTML has it. */
export const caseIgnored = 1;
export const caseOfHTML = 2;

export interface AttributeTest {
  readonly kind: 'attribute';
  readonly name: string;
  readonly lower: string;
  readonly operator: '' | '=' | '~' | '|' | '^' | '$' | '*';
  readonly value: string;
  readonly caseOf: number;
  readonly anyNamespace: boolean;
}

export interface NthTest {
  readonly kind: 'nth';
  readonly step: number;
  readonly offset: number;
  readonly fromEnd: boolean;
  readonly ofType: boolean;
  readonly of?: readonly Compound[] | null;
}

export type Test =
  | { readonly kind: 'type'; readonly name: string; readonly lower: string }
  | { readonly kind: 'class' | 'id'; readonly name: string }
  | { readonly kind: 'is' | 'not'; readonly list: readonly Compound[] }
  | { readonly kind: 'has'; readonly sought: readonly Sought[] }
  | { readonly kind: 'lang'; readonly ranges: readonly string[] }
  | { readonly kind: 'root' | 'scope' | 'empty' | 'nothing' | 'direction' | 'selectedOption' }
  | AttributeTest
  | NthTest;

// Selectors that have been read, by their text.
const read = new Map<string, readonly Compound[]>();
const mostRead = 256;

/** Returns the selectors of a text. Throws ERR_INVALID_OPTION for what is none. */
export function selectorsOf(text: string): readonly Compound[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  const described = engine.describeSelector(text);
  if (typeof described !== 'string') throw failed(described as Failure | number);
  const selectors = JSON.parse(described) as readonly Compound[];
  if (read.size >= mostRead) read.clear();
  read.set(text, selectors);
  return selectors;
}
