// The ordinary article in another script: what is markup stays, and each letter of the text is one of a larger alphabet.
import { articleParts } from './article.mjs';

/** So many bytes of UTF-8, as pieces. `first` is the character for "a", and the others follow it. */
export function wideArticleParts(bytes, first) {
  const ratio = articleBytes(first) / articleBytes('a');
  return articleParts(bytes / ratio).map(([piece, times]) => [wide(piece, first), times]);
}

/** The text of some HTML in that script. */
export const wide = (html, first) =>
  html.replaceAll(/<[^>]*>|&\w+;|[a-z]/g, (found) =>
    found.length > 1 ? found : String.fromCodePoint(first.codePointAt(0) + found.charCodeAt(0) - 97),
  );

function articleBytes(first) {
  const [, [body]] = articleParts(100_000);
  return Buffer.byteLength(wide(body, first));
}
