// What text has a backslash before it: what means something to Markdown wherever it stands, and what does at its beginning. The engine
// does the same by itself unless `escape` is overridden.
const anywhere = /[\\*_[\]`]/g;
const beginning = /^(?:[-=>]|\+ |~~~|#{1,6} )/;
const number = /^(\d+)\. /;

/** Escapes the text of a node. */
export function escapeText(text: string): string {
  const escaped = text.replace(anywhere, '\\$&');
  if (number.test(escaped)) return escaped.replace(number, '$1\\. ');
  return beginning.test(escaped) ? `\\${escaped}` : escaped;
}
