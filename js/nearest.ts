/**
 * Returns the name that was probably meant: at most one edit in three characters, letter case apart. The same algorithm as in
 * `core/internal/schema/nearest.go`.
 */
export function nearest(key: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = key.length;
  for (const name of known) {
    if (key.length > 2 * name.length) continue;
    const distance = editDistance(key.toLowerCase(), name.toLowerCase());
    if (distance < least && 3 * distance <= name.length) {
      best = name;
      least = distance;
    }
  }
  return best;
}

// The insertions, deletions, substitutions and exchanges of neighbours that turn a into b (optimal string alignment).
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(substitution, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] as number) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
