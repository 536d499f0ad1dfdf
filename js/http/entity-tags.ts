// Entity tags (RFC 9110, 8.8.3). The Markdown has that of its HTML with something behind it, which says what it was made by: "abc" becomes
// "abc-md-1f2e3d4c". So it can be told from that of the HTML, and that can be had from it again.

const tag = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;
const tags = /(?:W\/)?"[^"]*"/g;
const marked = /-md-[0-9a-f]{8}"$/;

/** Returns an entity tag if it is one, and not empty. */
export const checkedTag = (text: string | null | undefined): string | undefined =>
  text && tag.test(text) ? text : undefined;

/** Returns the tag of HTML that has none: a digest of it, which no other HTML has. */
export async function digestTag(html: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', html as Uint8Array<ArrayBuffer>));
  return `"${Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}

/** Returns the mark of what is made by something that a text says all of. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5; // FNV-1a: it need not withstand anybody
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `-md-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** Returns the tag of the Markdown that is made of the HTML that has a tag. One that is marked stays as it is. */
export const withMark = (html: string, mark: string): string =>
  marked.test(html) ? html : `${html.slice(0, -1)}${mark}"`;

/**
 * Returns what is asked of those who make the HTML, where If-None-Match has tags of its Markdown: whether they have still that. The tags of
 * others than this mark's are left out: who has the HTML has not got the Markdown.
 */
export function ofHtml(ifNoneMatch: string, mark: string): string | undefined {
  const own = (ifNoneMatch.match(tags) ?? []).filter((one) => one.endsWith(`${mark}"`));
  return own.length === 0 ? undefined : own.map((one) => `${one.slice(0, -mark.length - 1)}"`).join(', ');
}

/** Reports whether If-None-Match has a tag, by the weak comparison. */
export function includesTag(ifNoneMatch: string, wanted: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return (ifNoneMatch.match(tags) ?? []).some((one) => opaque(one) === opaque(wanted));
}

const opaque = (one: string) => one.replace(/^W\//, '');
