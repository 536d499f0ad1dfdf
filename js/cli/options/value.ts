import { nearest } from '../../nearest.js';
import { UsageError } from '../usage-error.js';
import type { Flag } from './flag.js';

/** Reads what was given for a flag. What only the engine can tell, such as whether a selector is one, is left to that. */
export function readValue(flag: Flag, rawName: string, text: string): unknown {
  switch (flag.kind) {
    case 'word':
    case 'group':
      return word(flag, rawName, text);
    case 'words':
      return text.split(',').map((item) => word(flag, rawName, item.trim()));
    case 'integer':
      return integer(flag, rawName, text);
    default:
      return text;
  }
}

function word({ values = [] }: Flag, rawName: string, text: string): string {
  if (values.includes(text)) return text;
  const meant = nearest(text, values);
  throw new UsageError(
    `${rawName} takes ${listed(values)}, but ${JSON.stringify(text)} was given${meant === undefined ? '' : `. Did you mean ${meant}?`}`,
  );
}

function integer({ min = 0, max = Number.MAX_SAFE_INTEGER }: Flag, rawName: string, text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`${rawName} takes an integer from ${min} to ${max}, but ${JSON.stringify(text)} was given`);
}

/** Words as a person lists them: `a, b or c`. What could not be seen is in quotes. */
export function listed(values: readonly string[]): string {
  const shown = values.map((value) => (value.trim() === '' ? JSON.stringify(value) : value));
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
