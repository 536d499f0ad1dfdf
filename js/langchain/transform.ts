import type { DocumentInterface } from '@langchain/core/documents';
import { extract } from '../extract.js';
import type { Chunk, Metadata } from '../extraction.generated.js';
import type { Input } from '../input.js';
import type { MarkdownFields } from './fields.js';

// Of what a page says of itself, what is one text or a list of them.
const ofPage = [
  'title',
  'description',
  'language',
  'authors',
  'published',
  'modified',
  'siteName',
  'canonical',
] as const;

/** Returns a page as Markdown: one document, or one for each of its chunks. What `metadata` has goes before what the page says. */
export async function transform(
  html: Input,
  { metadata = {}, id }: Partial<Omit<DocumentInterface, 'pageContent'>>,
  fields: MarkdownFields,
): Promise<DocumentInterface[]> {
  const parts = ['markdown', 'metadata'] as const;
  const extraction = await extract(html, { baseUrl: addressOf(metadata['source']), ...fields, parts });
  const all = { ...described(extraction.metadata), ...metadata };
  if (extraction.chunks !== undefined) {
    return extraction.chunks.map((chunk) => ({ pageContent: chunk.text, metadata: { ...all, ...placed(chunk) } }));
  }
  return [{ pageContent: extraction.markdown ?? '', metadata: all, ...(id !== undefined && { id }) }];
}

/** Relative links lead from where a page comes from. */
function addressOf(source: unknown): string | undefined {
  return typeof source === 'string' && /^https?:\/\//i.test(source) ? source : undefined;
}

function described(metadata: Metadata | undefined): Record<string, unknown> {
  return Object.fromEntries(ofPage.flatMap((name) => (metadata?.[name] === undefined ? [] : [[name, metadata[name]]])));
}

const placed = ({ index, headings, tokens, markdown, html }: Chunk) => ({
  chunk: index,
  headings,
  tokens,
  markdownRange: markdown,
  ...(html !== undefined && { htmlRange: html }),
});

// The pool has threads for fewer. More would only wait.
const atATime = 8;

/** Calls `act` with each value, with several at a time, and returns what becomes of all, in their order. The first error ends it. */
export async function inOrder<T, U>(values: readonly T[], act: (value: T) => Promise<U[]>): Promise<U[]> {
  const found: U[][] = [];
  let next = 0;
  let failed = false;
  const work = async () => {
    while (next < values.length && !failed) {
      const at = next++;
      try {
        found[at] = await act(values[at] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, values.length) }, work));
  return found.flat();
}
