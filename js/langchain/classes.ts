import type { BaseDocumentLoader } from '@langchain/core/document_loaders/base';
import type { BaseDocumentTransformer, Document, DocumentInterface } from '@langchain/core/documents';
import { readCall } from '../call.js';
import { AsyncConverter } from '../converter.js';
import { invalidArg, invalidOption } from '../errors.js';
import type { ExtractOptions } from '../options.generated.js';
import { requireMarkdown, requireObject } from '../options.js';
import type { MarkdownFields, MarkdownLoaderFields } from './fields.js';
import { read } from './read.js';
import { inOrder, transform } from './transform.js';

interface TransformerClass {
  new (
    fields?: MarkdownFields,
  ): BaseDocumentTransformer & {
    transformDocuments(documents: DocumentInterface[]): Promise<Document[]>;
  };
}

interface LoaderClass {
  new (sources: string | URL | readonly (string | URL)[], fields?: MarkdownLoaderFields): BaseDocumentLoader;
}

/** What is extended of @langchain/core: ES modules and CommonJS have classes of their own. */
interface Core {
  Document: typeof Document;
  BaseDocumentLoader: typeof BaseDocumentLoader;
  BaseDocumentTransformer: typeof BaseDocumentTransformer;
}

/** Returns the classes that `tidemark/langchain` has. */
export function classesOf({ Document, BaseDocumentLoader, BaseDocumentTransformer }: Core): {
  MarkdownTransformer: TransformerClass;
  MarkdownLoader: LoaderClass;
} {
  const made = (fields: DocumentInterface[]) => fields.map((one) => new Document(one));
  return {
    MarkdownTransformer: class MarkdownTransformer extends BaseDocumentTransformer {
      static lc_name(): string {
        return 'MarkdownTransformer';
      }

      readonly #fields: MarkdownFields;

      constructor(fields: MarkdownFields = {}) {
        super();
        this.lc_namespace = ['tidemark', 'langchain'];
        this.#fields = checked(fields);
      }

      override async transformDocuments(documents: DocumentInterface[]): Promise<Document[]> {
        return made(await inOrder(documents, (document) => transform(contentOf(document), document, this.#fields)));
      }
    },
    MarkdownLoader: class MarkdownLoader extends BaseDocumentLoader {
      readonly #sources: readonly (string | URL)[];
      readonly #fields: MarkdownLoaderFields;

      constructor(sources: string | URL | readonly (string | URL)[], fields: MarkdownLoaderFields = {}) {
        super();
        this.#sources = [sources].flat() as (string | URL)[];
        for (const source of this.#sources) {
          if (typeof source !== 'string' && !URL.canParse(String(source))) {
            throw invalidArg('paths and addresses', 'sources', source);
          }
        }
        this.#fields = fields;
        checked(fields);
      }

      override async load(): Promise<Document[]> {
        const { fetch, ...fields } = this.#fields;
        return made(
          await inOrder(this.#sources, async (from) => {
            const { html, source, encoding } = await read(from, this.#fields);
            return transform(
              html,
              { metadata: { source } },
              { ...(encoding !== undefined && { encoding }), ...fields },
            );
          }),
        );
      }
    },
  };
}

function contentOf(document: DocumentInterface | undefined): string {
  const content: unknown = document?.pageContent;
  if (typeof content === 'string') return content;
  throw invalidArg('documents with their HTML as pageContent', 'documents', document);
}

/** Options are checked here once, and not when there is a document. */
function checked<T extends MarkdownLoaderFields>(fields: T): T {
  const { fetch, signal, timeout, ...options } = requireObject(fields, 'options') as MarkdownLoaderFields;
  const { format, parts } = options as ExtractOptions;
  requireMarkdown(format);
  if (parts !== undefined) throw invalidOption('nothing', 'options.parts', parts);
  if (fetch !== undefined && typeof fetch !== 'function') throw invalidOption('a function', 'options.fetch', fetch);
  readCall({ signal, timeout }, 'options');
  new AsyncConverter(options);
  return fields;
}
