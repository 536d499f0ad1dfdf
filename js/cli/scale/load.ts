import { createRequire } from 'node:module';
import { join } from 'node:path';
import { commandToInstall } from '../../backend/package-manager.js';
import { UsageError } from '../usage-error.js';

/** Loads packages that the program has beside this one, or where the command is called. Throws a {@link UsageError} that says how to install those that are not there. */
export function load(names: readonly string[], what: string): unknown[] {
  const places = [require, createRequire(join(process.cwd(), 'index.js'))];
  const missing = names.filter((name) => !places.some((place) => isThere(place, name)));
  if (missing.length > 0) {
    throw new UsageError(`${what} takes ${names.join(' and ')}: install with \`${commandToInstall(names)}\``);
  }
  return names.map((name) => (places.find((place) => isThere(place, name)) as NodeJS.Require)(name));
}

function isThere(place: NodeJS.Require, name: string): boolean {
  try {
    place.resolve(name);
    return true;
  } catch {
    return false;
  }
}
