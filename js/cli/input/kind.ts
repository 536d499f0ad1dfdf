import { constants, gunzipSync } from 'node:zlib';

/** What a file is, by what it begins with. */
export type Kind = 'html' | 'mail' | 'zip' | 'epub' | 'enex' | 'warc';

/** How much of a file says what it is. */
export const headBytes = 4096;

const startsWith = (bytes: Uint8Array, magic: string) => latin1(bytes.subarray(0, magic.length)) === magic;

export function kindOf(path: string, bytes: Uint8Array): Kind {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return isEpub(path, bytes) ? 'epub' : 'zip';
  if (startsWith(bytes, 'WARC/') || isCompressedWarc(bytes)) return 'warc';
  const head = latin1(bytes.subarray(0, headBytes));
  if (notebook.test(head)) return 'enex';
  return isMail(head) ? 'mail' : 'html';
}

// The first file in it says so, and is not compressed.
const isEpub = (path: string, bytes: Uint8Array) =>
  /\.epub$/i.test(path) || latin1(bytes.subarray(30, 58)) === 'mimetypeapplication/epub+zip';

/** Each record is compressed by itself, so that not all of it is undone at once. */
function isCompressedWarc(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, '\x1f\x8b')) return false;
  try {
    const head = bytes.subarray(0, headBytes);
    return startsWith(gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }), 'WARC/');
  } catch {
    return false; // whoever undoes all of it says what is wrong
  }
}

const notebook = /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+en-export[^>]*>\s*)?<en-export\b/i;

// https://www.rfc-editor.org/rfc/rfc5322#section-2.2: one would not do, since text may begin like that.
const headers = /^(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+/;
const known = /^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type):/gim;

function isMail(head: string): boolean {
  const [fields = ''] = headers.exec(head) ?? [];
  return (fields.match(known) ?? []).length >= 2;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
