const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], cyan: [36, 39] } as const;

/** Returns the text in a style, if the stream shows styles. */
export function style(stream: NodeJS.WriteStream, name: keyof typeof codes, text: string): string {
  const [begin, end] = codes[name];
  return text !== '' && isStyled(stream) ? `\u001b[${begin}m${text}\u001b[${end}m` : text;
}

// https://no-color.org and https://force-color.org: what is forced goes before what is not wanted.
function isStyled(stream: NodeJS.WriteStream): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return stream.isTTY && TERM !== 'dumb' && stream.getColorDepth() > 1;
}
