import type { AttributeTest } from './selectors.js';

/** The words of a list, as that of classes. */
export function wordsOf(value: string): string[] {
  return value.split(/[\t\n\f\r ]+/).filter((word) => word !== '');
}

/** Reports whether the value of an attribute is as a selector wants it. */
export function matchesValue({ operator, value }: AttributeTest, actual: string, fold: boolean): boolean {
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

/** Reports whether a language is one of a range: https://www.rfc-editor.org/rfc/rfc4647#section-3.3.2 */
export function isInRange(tag: string, range: string): boolean {
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
