/** Puts two pieces of Markdown together: with as many newlines as the one ends or the other begins with, but no more than two. */
export function join(before: string, after: string): string {
  const first = before.replace(/\n+$/, '');
  const second = after.replace(/^\n+/, '');
  const newlines = Math.max(before.length - first.length, after.length - second.length);
  return first + '\n\n'.slice(0, newlines) + second;
}

/** Cuts what a document does not begin or end with. */
export function trimDocument(markdown: string): string {
  return markdown.replace(/^[\t\r\n]+/, '').trimEnd();
}
