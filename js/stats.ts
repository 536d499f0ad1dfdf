import { pool } from './backend/load.js';
import type { Stats } from './native/border.generated.js';

export type { Stats } from './native/border.generated.js';

/**
 * What there is at this moment: for metrics, and for tests that want to see nothing left over.
 *
 * @example
 * const { queued, running } = stats();
 */
export function stats(): Stats {
  return pool.stats();
}
