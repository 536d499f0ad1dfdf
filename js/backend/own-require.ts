import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Returns a `require` that bundlers leave alone, for files that lie beside this package where it has not been bundled. In a bundle of
 * ES modules there is none.
 */
export function ownRequire(): NodeJS.Require | undefined {
  return typeof __filename === 'undefined' ? undefined : createRequire(__filename);
}

/** Returns the path of a file that has been built in a checkout. */
export function built(...path: string[]): string | undefined {
  return typeof __dirname === 'undefined' ? undefined : join(__dirname, '..', '..', 'build', ...path);
}

/** Reports whether the sources lie beside what is loaded. */
export function isCheckout(): boolean {
  const sources = built('..', 'addon', 'main.go');
  return sources !== undefined && existsSync(sources);
}
