// Documents that are not there yet, and other values that are not HTML but lead to it: what they are is asked of their members, since
// they come from other realms and from libraries.

/** A body with headers, as `fetch` gives it. */
export interface HasBody {
  readonly body: unknown;
  readonly bodyUsed: boolean;
  readonly headers: { get(name: string): string | null };
}

/** A Blob or a File. */
export interface HasStream {
  readonly type: string;
  stream(): unknown;
}

type Members = Readonly<Record<PropertyKey, unknown>>;

const isFunction = (value: unknown) => typeof value === 'function';

export function hasBody(value: object): value is HasBody {
  const { arrayBuffer, bodyUsed, headers } = value as Members;
  return (
    isFunction(arrayBuffer) && typeof bodyUsed === 'boolean' && isFunction((headers as Members | undefined)?.['get'])
  );
}

export function hasStream(value: object): value is HasStream {
  const { arrayBuffer, stream, type } = value as Members;
  return isFunction(arrayBuffer) && isFunction(stream) && typeof type === 'string';
}

/** Reports whether the value is a Node.js or web stream, or another that is iterated over asynchronously. */
export function isStream(value: object): boolean {
  const members = value as Members;
  return isFunction(members[Symbol.asyncIterator]) || isFunction(members['getReader']);
}

/** Reports whether the value is a document that has to be read first. Never throws. */
export function isUnread(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return isStream(value) || hasBody(value) || hasStream(value);
  } catch {
    return false; // a revoked proxy, say
  }
}

/** What to do with a value that is no document, in a sentence to be added; '' if that is not known. Never throws. */
export function adviceFor(value: unknown): string {
  if (isUnread(value)) return '. Asynchronous calls read it: use convert, extract or convertStream, or read it first';
  try {
    const advice = typeof value === 'object' && value !== null ? adviceForObject(value) : undefined;
    return advice === undefined ? '' : `. ${advice}`;
  } catch {
    return '';
  }
}

function adviceForObject(value: object): string | undefined {
  const { href, nodeType, outerHTML, documentElement, then } = value as Members;
  if (isFunction(then)) return 'Await it first';
  if (Array.isArray(value)) return 'For many documents use convertAll, for the pieces of one convertStream';
  if (ArrayBuffer.isView(value)) return 'Give its bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength)';
  if (typeof nodeType === 'number' && (outerHTML !== undefined || documentElement !== undefined)) {
    return `Give its HTML: ${outerHTML === undefined ? 'documentElement.' : ''}outerHTML`;
  }
  if (typeof href === 'string' && isFunction((value as Members)['toJSON']))
    return 'Fetch it: a response is taken as it is';
  return undefined;
}
