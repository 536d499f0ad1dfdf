import { setImmediate } from 'node:timers';

/** So many code units are copied at a turn of the event loop: about a third of a millisecond. Longer texts take several turns. */
export const unitsEachTurn = 2 ** 20;

interface Copy {
  readonly length: number;
  at: number;
  readonly append: (start: number, end: number) => boolean;
  readonly done: (whole: boolean) => void;
}

// In the order of the calls: the first is whole the soonest.
const copies: Copy[] = [];
let scheduled = false;

/**
 * Calls `append` for one part of a long text after the other, the first perhaps at once, and then `done`: with false where
 * `append` had no memory. Returns a function that ends it.
 */
export function copyInTurns(length: number, append: Copy['append'], done: Copy['done']): () => void {
  const copy = { length, at: 0, append, done };
  copies.push(copy);
  if (!scheduled) turn();
  return () => {
    const place = copies.indexOf(copy);
    if (place >= 0) copies.splice(place, 1);
  };
}

function turn(): void {
  let left = unitsEachTurn;
  for (let copy = copies[0]; copy !== undefined && left > 0; copy = copies[0]) {
    const start = copy.at;
    copy.at = Math.min(start + left, copy.length);
    left -= copy.at - start;
    const appended = copy.append(start, copy.at);
    if (appended && copy.at < copy.length) break;
    copies.shift();
    copy.done(appended);
  }
  scheduled = copies.length > 0;
  if (scheduled) setImmediate(turn);
}
