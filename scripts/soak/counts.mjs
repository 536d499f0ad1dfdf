// What a thread counts, in memory that outlives it.

/** The place of each count. */
export const count = { submitted: 0, settled: 1, converted: 2, bytes: 3 };

export const noCounts = () => Float64Array.from(Object.keys(count), () => 0);

/** Counts that one thread writes, and another reads when that has ended. */
export const sharedCounts = () =>
  new Float64Array(new SharedArrayBuffer(Object.keys(count).length * Float64Array.BYTES_PER_ELEMENT));

export function addTo(sum, counts) {
  for (const i of sum.keys()) sum[i] += counts[i];
}
