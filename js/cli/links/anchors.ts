// A start tag of a link, up to its address. In a comment or a script it is none, but those are not converted: there it does no harm.
const anchor = /(<a(?=[\s/])(?:[^<>"']|"[^"]*"|'[^']*')*?[\s"'/]href\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;

// Bytes are taken for characters of Latin-1: so all others stay what they are, in every encoding in which these are those of ASCII.
const textOf = (html: string | Uint8Array) =>
  typeof html === 'string' ? html : Buffer.from(html.buffer, html.byteOffset, html.length).toString('latin1');

/** Returns the addresses that the links of a document have, without fragments, each once. */
export function addressesIn(html: string | Uint8Array): Set<string> {
  return new Set(Array.from(textOf(html).matchAll(anchor), ([, , value = '']) => addressOf(value, html)));
}

/** Returns the document with other addresses, and the fragments that they had. */
export function withAddresses(html: string | Uint8Array, others: ReadonlyMap<string, string>): string | Uint8Array {
  const text = textOf(html).replaceAll(anchor, (whole, before: string, value: string) => {
    const other = others.get(addressOf(value, html));
    if (other === undefined) return whole;
    const [, quote, , fragment] = parts(value);
    return `${before}${quote || '"'}${other.replaceAll("'", '%27')}${fragment}${quote || '"'}`;
  });
  return typeof html === 'string' ? text : Buffer.from(text, 'latin1');
}

/** The quotation mark, the address and the fragment of a value. The sign of a character reference begins none. */
function parts(value: string): readonly string[] {
  return /^(["']?)(.*?)((?<!&)#.*?)?\1$/s.exec(value)?.map((part) => part ?? '') ?? ['', '', '', ''];
}

/** The address that an attribute says. */
function addressOf(value: string, html: string | Uint8Array): string {
  const [, , bare = ''] = parts(value);
  const text = typeof html === 'string' ? bare : Buffer.from(bare, 'latin1').toString();
  return text.trim().replaceAll(/&(?:amp|#38);/gi, '&');
}
