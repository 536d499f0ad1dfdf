// The addon in C with signals blocked around its call: two calls of the system.
import { createRequire } from 'node:module';
import { asyncWork } from './build.mjs';

export async function open() {
  const { masked } = createRequire(import.meta.url)(asyncWork);
  return { convertSync: () => masked() };
}
