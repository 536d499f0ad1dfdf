import { pool } from './native/load.js';
import type { Stats } from './native/stats.js';

export type { Stats } from './native/stats.js';

/**
 * What there is at this moment: for metrics, and for tests that want to see nothing left over.
 *
 * @example
 * const { queued, running } = stats();
 */
export function stats(): Stats {
  return pool.stats();
}
