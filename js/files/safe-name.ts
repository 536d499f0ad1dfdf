import { createHash } from 'node:crypto';

// What file systems give a meaning of their own to, somewhere: those of Windows above all.
const unsafe = /[<>:"|?*\\\p{Cc}]|[. ]$/gu;
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const most = 255; // bytes of a name, on all usual file systems

/** Returns a path whose names every usual file system takes: what it would not is written as in addresses, `%3F` for `?`. */
export function safePath(path: string): string {
  return path
    .split('/')
    .filter((name) => name !== '' && name !== '.' && name !== '..')
    .map(safeName)
    .join('/');
}

function safeName(name: string): string {
  return shortened(name.replaceAll(unsafe, escaped).replace(device, (word) => `${word}_`));
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A name that is too long ends with a digest of what is cut off, and keeps its ending. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= most) return name;
  const ending = /\.[\w]{1,8}$/.exec(name)?.[0] ?? '';
  const tail = `~${createHash('sha256').update(name).digest('hex').slice(0, 16)}${ending}`;
  let head = Buffer.from(name)
    .subarray(0, most - tail.length)
    .toString();
  while (Buffer.byteLength(head) + tail.length > most || head.endsWith('\ufffd')) head = head.slice(0, -1);
  return head + tail;
}
