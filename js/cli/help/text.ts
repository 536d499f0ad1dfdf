/** Markdown of a line as plain text: links are what they say. */
export function plain(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/(?<!`)`([^`]+)`(?!`)/g, '$1');
}

/** The first sentence of a text. */
export function sentence(text: string): string {
  const end = /[.:](?= [A-Z]|$)|(?<=\w): /.exec(text);
  return end === null ? text : `${text.slice(0, end.index)}.`;
}

/** Breaks a text into lines of so many columns, at spaces. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
