import type { Chunk, Extraction } from '../extraction.generated.js';

// An outcome ends with whether the document is asked for, and with the length of what comes after it, in so many digits:
// core/extract_border.go writes it.
const digits = 10;

/** What comes after the document: it has the text neither of that nor of chunks. */
type Rest = Omit<Extraction, 'markdown' | 'text' | 'html' | 'chunks'> & {
  chunks?: readonly Omit<Chunk, 'text' | 'headings'>[];
  /** What comes before each chunk. */
  before?: string;
  /** The texts of headings, and for each chunk which of them it is under. */
  titles?: readonly string[];
  under?: readonly (readonly number[])[];
};

/**
 * Reads what native code makes of a document for `extract`: the document in its format, and the rest as JSON. The document and the text of chunks are
 * slices of the outcome, which V8 does not copy.
 */
export function readExtraction(outcome: string): Extraction {
  const end = outcome.length - digits - 1;
  const start = end - Number(outcome.slice(end + 1));
  const {
    format,
    chunks,
    before = '',
    titles = [],
    under = [],
    ...rest
  } = JSON.parse(outcome.slice(start, end)) as Rest;
  const document = outcome.slice(0, start);
  const whole = chunks?.map((chunk, i) => ({
    text: textOf(chunk, document, before),
    headings: (under[i] ?? []).map((title) => titles[title] as string),
    ...chunk,
  }));
  return {
    format,
    ...(outcome[end] === '0' ? undefined : { [format]: document }),
    ...rest,
    ...(whole && { chunks: whole }),
  };
}

function textOf({ markdown, header }: Omit<Chunk, 'text' | 'headings'>, document: string, before: string): string {
  const repeated = header === undefined ? '' : `${document.slice(...header)}\n`;
  return before + repeated + document.slice(...markdown);
}
