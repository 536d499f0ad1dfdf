/** Text as HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Returns the text of a message as HTML: its lines, paragraphs, and what it quotes with `>`. */
export function htmlOfText(text: string): string {
  const html: string[] = [];
  let depth = 0;
  let paragraph: string[] = [];
  const end = () => {
    if (paragraph.length > 0) html.push(`<p>${paragraph.join('<br>\n')}</p>`);
    paragraph = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const [marks = ''] = /^(?:> ?)*/.exec(line) ?? [];
    const quoted = Math.min(marks.replaceAll(' ', '').length, deepest);
    const rest = line.slice(marks.length).trimEnd();
    if (quoted !== depth || rest === '') end();
    for (; depth < quoted; depth++) html.push('<blockquote>');
    for (; depth > quoted; depth--) html.push('</blockquote>');
    if (rest !== '') paragraph.push(escaped(rest));
  }
  end();
  return html.join('\n') + '</blockquote>'.repeat(depth);
}

const deepest = 100;
