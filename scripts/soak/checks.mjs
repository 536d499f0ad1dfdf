// What must hold. Each check returns the sentences of what does not.

/** After each round: nothing of it is left. */
export function checkRest(round, base, rest) {
  const faults = [];
  const must = (name, value, wanted) => {
    if (value !== wanted) faults.push(`Round ${round}: ${name} is ${value} at rest, and must be ${wanted}`);
  };
  must('nativeBytes', rest.nativeBytes, 0);
  must('goroutines', rest.goroutines, base.goroutines);
  must('environments', rest.environments, base.environments);
  return faults;
}

// Allocators keep what they had once, and the first rounds find out how much that is; a leak goes on.
const slack = 16e6;
const share = 0.05;
const fewest = 20;

/** At the end: the memory at rest does not grow from the second quarter of the rounds to the last. */
export function checkMemory(rests) {
  if (rests.length < fewest) {
    console.log('Too short to tell a leak from what allocators keep: run it for 20 minutes or more');
    return [];
  }
  const quarter = (n) => rests.slice(Math.floor((n * rests.length) / 4), Math.floor(((n + 1) * rests.length) / 4));
  const [before, after] = [quarter(1), quarter(3)].map((list) => median(list.map(({ rss }) => rss)));
  if (after <= before * (1 + share) + slack) return [];
  return [`The resident memory at rest grew from ${megabytes(before)} to ${megabytes(after)} MB: something is kept`];
}

export const megabytes = (bytes) => (bytes / 1e6).toFixed(0);

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
