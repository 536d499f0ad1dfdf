import type { BaseDocumentLoader } from '@langchain/core/document_loaders/base';
import { type BaseDocumentTransformer, Document } from '@langchain/core/documents';
import type { Runnable } from '@langchain/core/runnables';
import { type MarkdownFields, MarkdownLoader, MarkdownTransformer } from 'tidemark/langchain';

const fields: MarkdownFields = { content: 'main', chunks: { size: 100 } };
const transformer: BaseDocumentTransformer = new MarkdownTransformer(fields);
const runnable: Runnable<Document[], Document[]> = new MarkdownTransformer();
const loader: BaseDocumentLoader = new MarkdownLoader([new URL('https://example.com/')], { ...fields, fetch });
const typed: MarkdownTransformer = new MarkdownTransformer();
const made: Promise<Document[]> = typed.transformDocuments([new Document({ pageContent: '' })]);
// @ts-expect-error an option that is not known
new MarkdownTransformer({ headinStyle: 'atx' });

export { loader, made, runnable, transformer };
