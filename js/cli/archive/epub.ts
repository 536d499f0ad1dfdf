import { posix } from 'node:path';
import { coded } from '../../files/coded.js';
import { type About, failure, isFailure } from '../input/document.js';
import type { Container, Entries } from './container.js';
import { elementsOf } from './xml.js';
import { ofZip } from './zip.js';
import { Zip, type ZipEntry } from './zip-file.js';

// https://www.w3.org/TR/epub-33/#sec-container-metainf
const containerFile = 'META-INF/container.xml';
const encryptionFile = 'META-INF/encryption.xml';

const mostFiles = 100_000;

/** Yields the chapters of a book in the order in which they are read. */
export async function* chapters(container: Container): Entries {
  const zip = await Zip.open(container);
  try {
    const files = await filesOf(zip);
    const textOf = async (name: string) => new TextDecoder().decode(await zip.read(requireFile(files, name)));
    const { about, spine } = await bookOf(textOf);
    const encrypted = files.has(encryptionFile) ? encryptedIn(await textOf(encryptionFile)) : new Set();
    const names = new Set(spine);
    for (const name of spine) {
      const path = `${container.path}/${name}`;
      if (encrypted.has(name)) {
        yield failure(path, coded('ERR_ENCRYPTED', 'It is encrypted'));
        continue;
      }
      try {
        const chapter = ofZip(zip, requireFile(files, name), names, container);
        yield isFailure(chapter) ? chapter : { ...chapter, read: async () => ({ ...(await chapter.read()), about }) };
      } catch (error) {
        yield failure(path, error);
      }
    }
  } finally {
    zip.close();
  }
}

async function filesOf(zip: Zip): Promise<ReadonlyMap<string, ZipEntry>> {
  const files = new Map<string, ZipEntry>();
  for await (const entry of zip.entries()) {
    files.set(entry.name, entry);
    if (files.size > mostFiles) throw coded('ERR_ARCHIVE', `The book has more than ${mostFiles} files`);
  }
  return files;
}

function requireFile(files: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const file = files.get(name);
  if (file === undefined) throw coded('ERR_ARCHIVE', `The book has no ${name}`);
  return file;
}

/** Reads what the book says of itself, and the paths of its chapters. */
async function bookOf(textOf: (name: string) => Promise<string>): Promise<{ about: About; spine: string[] }> {
  const roots = elementsOf(await textOf(containerFile)).filter(({ name }) => name === 'rootfile');
  const root = roots[0]?.attributes['full-path'];
  if (root === undefined) throw coded('ERR_ARCHIVE', `${containerFile} names no package`);
  const elements = elementsOf(await textOf(root));
  const all = (name: string) => elements.filter((element) => element.name === name);
  const hrefs = new Map(all('item').map(({ attributes: { id, href } }) => [id, href]));
  const spine = all('itemref').flatMap(({ attributes: { idref } }) => hrefs.get(idref) ?? []);
  const [title] = all('title').map(({ text }) => text);
  const [language] = all('language').map(({ text }) => text);
  const authors = all('creator').map(({ text }) => text);
  const about = {
    ...(title && { book: title }),
    ...(authors.length > 0 && { authors }),
    ...(language && { language }),
  };
  return { about, spine: spine.map((href) => posix.join(posix.dirname(root), decoded(href))) };
}

function encryptedIn(text: string): ReadonlySet<string> {
  const references = elementsOf(text).filter(({ name }) => name === 'cipherreference');
  return new Set(references.flatMap(({ attributes: { uri } }) => (uri === undefined ? [] : decoded(uri))));
}

function decoded(href: string): string {
  const path = href.replace(/#.*/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
