import { pool } from './backend/load.js';
import type { Stats as NativeStats } from './native/border.generated.js';
import { counts } from './native/transfer.js';

export interface Stats extends NativeStats {
  /** Documents of this environment whose memory was taken over, as `transfer` asks. */
  transferred: number;
  /** Documents that were to be transferred and had to be copied. */
  transferCopies: number;
}

/**
 * What there is at this moment: for metrics, and for tests that want to see nothing left over.
 *
 * @example
 * const { queued, running } = stats();
 */
export function stats(): Stats {
  return { ...pool.stats(), transferred: counts.transferred, transferCopies: counts.copied };
}
