/** The version of this package, and of all that it is released with. `scripts/release.mjs` sets it. */
export const version = '0.1.0';
