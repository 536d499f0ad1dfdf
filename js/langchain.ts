/// <reference lib="esnext.disposable" preserve="true" />

// js/langchain.ts and js/langchain.mts are the same: @langchain/core has classes of its own for CommonJS and for ES modules.
import { BaseDocumentLoader } from '@langchain/core/document_loaders/base';
import { BaseDocumentTransformer, Document, type DocumentInterface } from '@langchain/core/documents';
import { classesOf } from './langchain/classes.js';
import type { MarkdownFields, MarkdownLoaderFields } from './langchain/fields.js';

export type { MarkdownFields, MarkdownLoaderFields } from './langchain/fields.js';

const classes = classesOf({ Document, BaseDocumentLoader, BaseDocumentTransformer });

export interface MarkdownTransformer extends BaseDocumentTransformer {
  transformDocuments(documents: DocumentInterface[]): Promise<Document[]>;
}

/**
 * Makes documents of Markdown of documents of HTML: one of each, or with the option `chunks` one of each chunk. Their metadata is that of the
 * document, what the page says of itself, and of a chunk where it stands.
 *
 * @example
 * const transformer = new MarkdownTransformer({ chunks: { size: 512 } });
 * const chunks = await transformer.invoke(pages);
 */
export const MarkdownTransformer: {
  /** @throws ConvertError */
  new (fields?: MarkdownFields): MarkdownTransformer;
} = classes.MarkdownTransformer;

export interface MarkdownLoader extends BaseDocumentLoader {
  load(): Promise<Document[]>;
}

/**
 * Loads pages from files and from the web as documents of Markdown, as {@link MarkdownTransformer} makes them. Their `source` is where they were.
 *
 * @example
 * const documents = await new MarkdownLoader('https://example.com/').load();
 */
export const MarkdownLoader: {
  /** @throws ConvertError */
  new (sources: string | URL | readonly (string | URL)[], fields?: MarkdownLoaderFields): MarkdownLoader;
} = classes.MarkdownLoader;
