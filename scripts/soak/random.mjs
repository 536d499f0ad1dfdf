// Random numbers that a seed brings back: mulberry32.

/** Returns a function for numbers from 0 to below 1, with what is often made of them. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let n = Math.imul(state ^ (state >>> 15), state | 1);
    n ^= n + Math.imul(n ^ (n >>> 7), n | 61);
    return ((n ^ (n >>> 14)) >>> 0) / 2 ** 32;
  };
  /** An integer from 0 to below `end`. */
  random.below = (end) => Math.floor(random() * end);
  /** An integer from `least` to `most`, small ones as often as large ones: each doubling has the same share. */
  random.spread = (least, most) => Math.round(least * (most / least) ** random());
  random.pick = (list) => list[random.below(list.length)];
  random.chance = (share) => random() < share;
  return random;
}
