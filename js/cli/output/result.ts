import type { Extraction } from '../../index.js';
import type { Page } from '../input/document.js';
import type { Format } from '../options/settings.js';
import { withFrontMatter } from './front-matter.js';
import type { Row, Written } from './sink.js';

/** What is written of a result. Text ends with a line end, unless it is empty. */
export function written(result: Uint8Array | Extraction, format: Format, page: Page, frontMatter: boolean): Written {
  if (!(result instanceof Uint8Array)) {
    const row = rowOf(result, page);
    return format === 'parquet' ? row : `${JSON.stringify(row, null, format === 'json' ? 2 : undefined)}\n`;
  }
  if (!frontMatter || page.about === undefined) return withLineEnd(result);
  return withLineEnd(Buffer.from(withFrontMatter(page.about, new TextDecoder().decode(result))));
}

const lineEnd = Buffer.from('\n');

function withLineEnd(text: Uint8Array): Uint8Array {
  return text.length === 0 || text.at(-1) === lineEnd[0] ? text : Buffer.concat([text, lineEnd]);
}

/** An extraction with where it is from. What an archive says of a document is beside what that says of itself. */
function rowOf(result: Extraction, { path, source = path, about }: Page): Row {
  if (about === undefined) return { source, ...result };
  const { metadata } = result;
  const language = metadata?.language;
  const title = result.title || about['title'] || '';
  return { source, ...about, ...(language && { language }), ...result, title };
}
