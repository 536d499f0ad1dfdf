import { diffArrays } from 'diff';

/** Lines that follow each other and are the same in both, or in one alone. */
export interface Stretch {
  readonly kind: 'same' | 'missing' | 'added';
  readonly lines: readonly string[];
}

/** Returns what differs of two lists of lines, or undefined if it takes too long to find. */
export function difference(before: readonly string[], after: readonly string[]): Stretch[] | undefined {
  const changes = diffArrays([...before], [...after], { timeout: 2000 });
  return changes?.map(({ added, removed, value }) => ({
    kind: removed ? 'missing' : added ? 'added' : 'same',
    lines: value,
  }));
}
