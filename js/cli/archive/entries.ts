import type { Kind } from '../input/kind.js';
import type { Container, Entries } from './container.js';

export type ArchiveKind = Exclude<Kind, 'html' | 'mail'>;

/** Yields what is in a container. What reads it is loaded now: most runs need none of it. */
export async function* entriesOf(kind: ArchiveKind, container: Container): Entries {
  if (kind === 'zip') yield* (await import('./zip.js')).zipEntries(container);
  else if (kind === 'epub') yield* (await import('./epub.js')).chapters(container);
  else if (kind === 'enex') yield* (await import('./enex.js')).notes(container);
  else yield* (await import('./warc.js')).records(container);
}

/** Whether what is in it is one text, in its order. */
export const isBook = (kind: ArchiveKind) => kind === 'epub';
