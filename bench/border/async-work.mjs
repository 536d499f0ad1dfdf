// An addon in C that does nothing but cross the border.
import { createRequire } from 'node:module';
import { asyncWork } from './build.mjs';

export async function open() {
  const { promise, call } = createRequire(import.meta.url)(asyncWork);
  return { convert: () => promise(), convertSync: () => call() };
}
