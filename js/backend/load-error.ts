import type { Tried } from './backend.js';

/** Thrown where nothing can carry out conversions. */
class LoadError extends Error {
  readonly code = 'ERR_TIDEMARK_LOAD';
}

/** Returns the error for what has been tried. */
export function loadError(tried: readonly Tried[]): Error {
  return new LoadError(
    [
      `tidemark could not load its native addon on ${process.platform}-${process.arch}, Node.js ${process.version}.`,
      'Tried:',
      ...tried.map(({ what, why }) => `  ${what}: ${why}`),
      'What to do:',
      ...new Set(tried.map(({ remedy }) => `  ${remedy}`)),
    ].join('\n'),
    { cause: tried[0]?.error },
  );
}

export function unknownBackend(name: string): Error {
  return new LoadError(
    `Expected 'addon' or 'wasm' for TIDEMARK_BACKEND but received '${name}'. Change it, or unset it.`,
  );
}

/** Warns that WebAssembly has taken the place of the addon. */
export function warnOfWasm(tried: readonly Tried[]): void {
  const message = [
    'tidemark runs as WebAssembly, with the same results, but slower than by its addon:',
    ...tried.map(({ what, why, remedy }) => `  ${what}: ${why}. ${remedy}`),
    'TIDEMARK_BACKEND=wasm says that this is meant, TIDEMARK_BACKEND=addon makes it an error.',
  ].join('\n');
  process.emitWarning(message, { type: 'TidemarkWarning', code: 'TIDEMARK_WASM' });
}
