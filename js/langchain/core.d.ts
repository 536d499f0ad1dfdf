// What is used of @langchain/core, which programs that use this have: its own types take the place of these there.
declare module '@langchain/core/documents' {
  export interface DocumentInterface {
    pageContent: string;
    // biome-ignore lint/suspicious/noExplicitAny: as theirs
    metadata: Record<string, any>;
    id?: string;
  }
  export class Document implements DocumentInterface {
    pageContent: string;
    // biome-ignore lint/suspicious/noExplicitAny: as theirs
    metadata: Record<string, any>;
    id?: string;
    constructor(fields: DocumentInterface);
  }
  export abstract class BaseDocumentTransformer {
    lc_namespace: string[];
    abstract transformDocuments(documents: DocumentInterface[]): Promise<DocumentInterface[]>;
  }
}
declare module '@langchain/core/document_loaders/base' {
  export abstract class BaseDocumentLoader {
    abstract load(): Promise<import('@langchain/core/documents').Document[]>;
  }
}
