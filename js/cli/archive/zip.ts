import { posix } from 'node:path';
import { coded } from '../../files/coded.js';
import { decompress } from '../../files/decompress.js';
import { type Failure, failure } from '../input/document.js';
import { kindOf } from '../input/kind.js';
import { endings } from '../input/operand.js';
import type { Container, Content, Entries, Entry } from './container.js';
import { Zip, type ZipEntry } from './zip-file.js';

/** Yields the documents of a ZIP archive. */
export async function* zipEntries(container: Container): Entries {
  const names = await namesIn(container);
  const zip = await Zip.open(container);
  try {
    const left = new Set(names);
    for await (const entry of zip.entries()) {
      if (!isWanted(entry.name)) continue;
      if (left.delete(entry.name)) yield ofZip(zip, entry, names, container);
      else yield failure(`${container.path}/${entry.name}`, coded('ERR_ARCHIVE', 'Another file has its name'));
    }
  } finally {
    zip.close();
  }
  if (names.size === 0) yield { path: container.path, code: 'ERR_NO_INPUT', message: 'There is no document in it' };
}

// macOS puts a file of its own beside each.
const isWanted = (name: string) => endings.test(name) && !name.startsWith('__MACOSX/');

async function namesIn(container: Container): Promise<Set<string>> {
  const names = new Set<string>();
  const zip = await Zip.open(container);
  try {
    for await (const { name } of zip.entries()) if (isWanted(name)) names.add(name);
  } finally {
    zip.close();
  }
  return names;
}

/** A file of an archive as a document. `names` are those of all that are converted. */
export function ofZip(zip: Zip, entry: ZipEntry, names: ReadonlySet<string>, container: Container): Entry | Failure {
  const { name, unsafe } = entry;
  const path = `${container.path}/${name}`;
  if (unsafe !== undefined) return failure(path, coded('ERR_ARCHIVE', `Its name leads out of the archive: ${unsafe}`));
  const stem = name.replace(/\.[^./]+(?:\.(?:gz|br|zst))?$/i, '');
  return {
    path,
    kept: name,
    has: async (ending) => names.has(stem + ending),
    beside: async (address) => {
      const other = posix.normalize(
        address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(name), address),
      );
      return names.has(other) ? { kept: other } : undefined;
    },
    read: async () => contentOf(name, await zip.read(entry), container),
  };
}

/** What a file in an archive is: a document, or a message. */
async function contentOf(name: string, stored: Uint8Array, { most, pictures }: Container): Promise<Content> {
  const bytes = await decompress(name, stored, most);
  const kind = kindOf(name, bytes);
  if (kind === 'html') return { html: bytes };
  if (kind !== 'mail') throw coded('ERR_UNSUPPORTED', 'It is an archive in an archive: take it out first');
  const { readMail } = await import('./mail.js');
  return readMail(bytes, pictures);
}
