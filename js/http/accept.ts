interface Range {
  /** In lower case, such as `text/*`. */
  type: string;
  quality: number;
  /** Its place among the others. */
  index: number;
}

/**
 * Reports whether a request asks for Markdown rather than HTML, by its `Accept` (RFC 9110, 12.5.1). It does if it names `text/markdown`,
 * and gives HTML no higher quality; of two that it gives the same, the one that comes first counts. A wildcard asks for nothing: who
 * takes anything gets what there is.
 *
 * @example
 * prefersMarkdown('text/markdown, text/html;q=0.9'); // true
 * prefersMarkdown('text/html, *\/*;q=0.8'); // false
 */
export function prefersMarkdown(accept: string | null | undefined): boolean {
  if (!accept || !/text\/markdown/i.test(accept)) return false;
  const ranges = splitAt(',', accept).map(readRange);
  const markdown = best(ranges, 'text/markdown');
  if (markdown === undefined || markdown.quality === 0) return false;
  const html = best(ranges, 'text/html');
  if (html !== undefined)
    return markdown.quality > html.quality || (markdown.quality === html.quality && markdown.index < html.index);
  const others = best(ranges, 'text/*') ?? best(ranges, '*/*');
  return markdown.quality >= (others?.quality ?? 0);
}

function readRange(text: string, index: number): Range {
  const [type = '', ...parameters] = splitAt(';', text);
  const weight = parameters
    .map((parameter) => parameter.split('='))
    .find(([name = '']) => name.trim().toLowerCase() === 'q');
  return {
    type: type.trim().toLowerCase(),
    quality: weight === undefined ? 1 : readQuality(weight.slice(1).join('=').trim()),
    index,
  };
}

// What is no number from 0 to 1 asks for nothing.
function readQuality(text: string): number {
  return /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/.test(text) ? Number(text) : 0;
}

function best(ranges: readonly Range[], type: string): Range | undefined {
  let found: Range | undefined;
  for (const range of ranges) if (range.type === type && range.quality > (found?.quality ?? -1)) found = range;
  return found;
}

/** Splits a text, but not in quoted strings. */
function splitAt(separator: string, text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted && sign === '\\') i++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
