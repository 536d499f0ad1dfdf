// How the time for documents of one kind grows with their size.
import { start } from './contender.mjs';
import { slope } from './slope.mjs';

// Below this the fixed costs of a call bend the line.
const floor = 2; // milliseconds
const slack = 1000; // milliseconds, for making the document

/**
 * Asks one contender for larger and larger documents, until it fails, or takes longer than the limit, or surely would.
 *
 * @returns {Promise<{ points: { bytes, ms, lost }[], end?: { bytes, what, message? } }>}
 */
export async function climb(driver, family, { sizes, limit, options }) {
  const points = [];
  let contender;
  try {
    contender = await start(driver.name, 'growth', { root: driver.root, setup: { options } });
    for (const bytes of sizes) {
      const point = expected(points, bytes) > 2 * limit ? late : await ask(contender, { family, bytes }, limit);
      if (point.what !== undefined) return { points, end: { bytes, ...point } };
      points.push({ bytes, ...point });
    }
    return { points };
  } catch (error) {
    return { points, end: { bytes: sizes[0], what: 'failed', message: error.message } };
  } finally {
    await contender?.stop();
  }
}

const late = { what: 'late' };

/** Milliseconds, or what happened instead. */
async function ask(contender, params, limit) {
  const started = performance.now();
  try {
    const { ms, empty, lost, threw, message } = await contender.ask(params, { timeout: limit + slack });
    if (threw?.startsWith('ERR_')) return { what: `refused: ${threw}`, message };
    if (threw !== undefined) return { what: 'threw', message: `${threw}: ${message}` };
    return empty ? { what: 'empty' } : { ms, lost };
  } catch (error) {
    return performance.now() - started > limit ? late : { what: 'died', message: error.message };
  }
}

/** What the last two points say of a larger document. */
function expected(points, bytes) {
  const [before, last] = points.filter(({ ms }) => ms > floor).slice(-2);
  if (last === undefined) return 0;
  const growth = Math.log(last.ms / before.ms) / Math.log(last.bytes / before.bytes);
  return last.ms * (bytes / last.bytes) ** Math.max(1, growth);
}

/** The slope of log time against log size: 1 is linear, 2 quadratic. Undefined where the points are too few. */
export function exponent(points) {
  const above = points.filter(({ ms }) => ms > floor);
  if (above.length < 2) return undefined;
  return slope(above.map(({ bytes, ms }) => [Math.log(bytes), Math.log(ms)]));
}
