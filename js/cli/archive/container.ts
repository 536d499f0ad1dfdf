import type { Document, Failure, Named, Page } from '../input/document.js';
import type { Source } from '../input/source.js';

/** A file that holds documents. */
export interface Container {
  readonly path: string;
  readonly source: Source;
  /** The most bytes that a document may have. */
  readonly most: number;
  /** Whether pictures that are in it are wanted. */
  readonly pictures: boolean;
}

/** What a document is that has been read. */
export type Content = Pick<Page, 'html' | 'about' | 'options'>;

/** A document in a container. */
export interface Entry extends Named {
  /** Where it is, as messages say it. */
  readonly path: string;
  /** What JSON says it is of, if that is not the path. */
  readonly source?: string;
  readonly beside?: Document['beside'];
  /** Is called before the next entry is asked for, or never. */
  read(): Promise<Content>;
}

export type Entries = AsyncGenerator<Entry | Failure>;
