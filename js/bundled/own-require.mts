// What js/backend/own-require.ts is in a bundle: packages may lie beside it, but no files of this one.
import { createRequire } from 'node:module';

export function ownRequire(): NodeJS.Require | undefined {
  try {
    return createRequire(import.meta.url);
  } catch {
    return undefined; // a bundler has made something else of the address
  }
}

export const built = (): undefined => undefined;

export const isCheckout = (): boolean => false;
