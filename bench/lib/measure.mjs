// Runs the measures, one after the other.
import { Problem } from './problem.mjs';

/** @returns {Promise<Record<string, { data?: unknown, failed?: string }>>} by the measure's name */
export async function measureAll(measures, { drivers, pages, quick }) {
  const sound = drivers.filter(({ failed }) => failed === undefined);
  const results = {};
  for (const { name, drivers: wanted, run } of measures) {
    const chosen = sound.filter((driver) => wanted?.includes(driver.name) ?? true);
    const say = (text) => console.error(`${name}: ${text}`);
    const started = performance.now();
    try {
      if (chosen.length === 0) throw new Problem('none of its drivers passed the check');
      results[name] = { data: await run({ drivers: chosen, pages, quick, say }) };
    } catch (error) {
      results[name] = { failed: error.message };
      console.error(error);
    }
    say(`done in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  return results;
}
