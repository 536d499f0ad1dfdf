import { jest } from '@jest/globals';
import type * as Tidemark from 'tidemark';

/** A copy of the package of a test's own, which it may close: closing is for good. The addon is the same. */
export function load(): typeof Tidemark {
  let copy: typeof Tidemark | undefined;
  jest.isolateModules(() => {
    copy = require('tidemark');
  });
  if (copy === undefined) throw new Error('The package was not loaded');
  return copy;
}
