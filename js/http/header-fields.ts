/** The header fields of an answer. Names are in lower case. */
export interface HeaderFields {
  get(name: string): string | null;
  set(name: string, value: string): void;
  delete(name: string): void;
}

export const markdownType = 'text/markdown; charset=utf-8';

// What a field says of the bytes of the HTML is not so of those of the Markdown.
const ofBytes = [
  'accept-ranges',
  'content-digest',
  'content-encoding',
  'content-length',
  'content-location',
  'content-md5',
  'digest',
  'repr-digest',
];

// What says how a body is sent that comes in pieces.
const ofFraming = ['trailer', 'transfer-encoding'];

const listed = (value: string | null): string[] =>
  (value ?? '').split(',').map((member) => member.trim().toLowerCase());

/** Says that the answer hangs on `Accept`. */
export function varyByAccept(fields: HeaderFields): void {
  const vary = fields.get('vary')?.trim();
  if (!vary) fields.set('vary', 'Accept');
  else if (!listed(vary).some((name) => name === 'accept' || name === '*')) fields.set('vary', `${vary}, Accept`);
}

/** Makes the fields of HTML those of its Markdown, as far as they do not hang on its bytes. */
export function describeMarkdown(fields: HeaderFields, tag: string | undefined): void {
  remove(fields, ofBytes);
  fields.set('content-type', markdownType);
  if (tag === undefined) fields.delete('etag');
  else fields.set('etag', tag);
}

/** Makes them those of an answer that has not changed (304), which has no body. */
export function describeNotModified(fields: HeaderFields, tag: string): void {
  remove(fields, [...ofBytes, ...ofFraming, 'content-type']);
  fields.set('etag', tag);
}

/** Says how long the body is, in place of what was said of one that comes in pieces. */
export function describeLength(fields: HeaderFields, length: number): void {
  remove(fields, ofFraming);
  fields.set('content-length', String(length));
}

// What is not there is left alone: Node.js takes it as asked for that it sends no such field by itself.
function remove(fields: HeaderFields, names: readonly string[]): void {
  for (const name of names) if (fields.get(name) !== null) fields.delete(name);
}

/** The charset that a Content-Type of HTML names, '' if it names none, and undefined if it is none of HTML. */
export function htmlCharset(type: string | null): string | undefined {
  const [essence = '', ...parameters] = (type ?? '').split(';');
  if (essence.trim().toLowerCase() !== 'text/html') return undefined;
  for (const parameter of parameters) {
    const [, charset] = /^\s*charset\s*=\s*"?([\w.:-]+)"?\s*$/i.exec(parameter) ?? [];
    if (charset !== undefined) return charset.toLowerCase();
  }
  return '';
}

/** Reports whether Cache-Control has one of the directives. */
export function hasDirective(fields: HeaderFields, ...names: string[]): boolean {
  return listed(fields.get('cache-control')).some((one) => names.includes(one.replace(/=.*/, '')));
}
