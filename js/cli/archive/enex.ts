import { createHash, type Hash } from 'node:crypto';
import { coded } from '../../files/coded.js';
import { tooLarge } from '../../files/decompress.js';
import { failure } from '../input/document.js';
import type { Container, Content, Entries, Entry } from './container.js';
import { Names } from './names.js';
import { escaped } from './plain-text.js';
import { xmlParser } from './xml.js';

/** Yields the notes of an export of Evernote, each when it has been read. */
export async function* notes({ path, source, most, pictures }: Container): Entries {
  const names = new Names();
  const reader = new NoteReader(most, pictures);
  const decoder = new TextDecoder();
  for await (const piece of source.stream()) {
    reader.write(decoder.decode(piece, { stream: true }));
    for (const note of reader.taken()) yield entryOf(note, path, names);
  }
  if (reader.isWithinNote) yield failure(path, coded('ERR_ARCHIVE', 'The file ends within a note'));
}

function entryOf(note: Note, path: string, names: Names): Entry {
  const name = names.unique((note.title.trim() || 'untitled').replaceAll('/', '-'), '.html');
  return { path: `${path}/${name.slice(0, -'.html'.length)}`, kept: name, read: async () => contentOf(note) };
}

function contentOf({ title, content, facts, files, tooLong }: Note): Content {
  if (tooLong !== undefined) throw tooLong;
  return { html: htmlOf(content, files), about: { ...(title && { title }), ...facts } };
}

interface Note {
  title: string;
  content: string;
  facts: Record<string, string | string[]>;
  readonly files: Map<string, File>;
  tooLong?: Error;
}

/** What a note shows or has with it. It is known by a digest of its bytes. */
interface File {
  type: string;
  name: string;
  data: string; // Base64, if it is a picture that is wanted
}

/** A file that is being read. */
interface OpenFile extends File {
  readonly hash: Hash;
  /** What is left of Base64 until there are four of its characters. */
  rest: string;
}

// The elements of a note that say something of it: https://evernote.com/blog/how-evernotes-xml-export-format-works
const factNames: Readonly<Record<string, string>> = {
  created: 'created',
  updated: 'updated',
  author: 'author',
  'source-url': 'url',
  tag: 'tags',
};

class NoteReader {
  readonly #most: number;
  readonly #pictures: boolean;
  readonly #parser = xmlParser();
  #notes: Note[] = [];
  #note: Note = newNote();
  /** Whether the note that is being read has not ended. */
  isWithinNote = false;
  #file: OpenFile | undefined;
  #element = '';
  #text = '';
  #length = 0; // of the note, with its pictures

  constructor(most: number, pictures: boolean) {
    this.#most = most;
    this.#pictures = pictures;
    this.#parser.onopentag = ({ name }) => this.#open(name);
    this.#parser.onclosetag = (name) => this.#close(name);
    this.#parser.ontext = this.#parser.oncdata = (text) => this.#add(text);
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  /** Returns the notes that have been read since it was last asked. */
  taken(): Note[] {
    const notes = this.#notes;
    this.#notes = [];
    return notes;
  }

  #open(name: string): void {
    if (name === 'note') {
      this.#note = newNote();
      this.#length = 0;
      this.isWithinNote = true;
    }
    if (name === 'resource') this.#file = { type: '', name: '', data: '', hash: createHash('md5'), rest: '' };
    this.#element = name;
    this.#text = '';
  }

  #add(text: string): void {
    if (this.#element === 'data' && this.#file !== undefined) this.#addData(this.#file, text);
    else if (this.#fits(text)) this.#text += text;
  }

  // Base64 may be broken into lines anywhere.
  #addData(file: OpenFile, text: string): void {
    const all = file.rest + text.replaceAll(/\s/g, '');
    const whole = all.length - (all.length % 4);
    file.rest = all.slice(whole);
    file.hash.update(Buffer.from(all.slice(0, whole), 'base64'));
    if (this.#pictures && this.#fits(all)) file.data += all.slice(0, whole);
  }

  #fits(text: string): boolean {
    this.#length += text.length;
    if (this.#length > this.#most) this.#note.tooLong = tooLarge(this.#most);
    return this.#length <= this.#most;
  }

  #close(name: string): void {
    const text = this.#text.trim();
    const note = this.#note;
    const fact = factNames[name];
    if (name === 'note') this.#end(note);
    else if (name === 'title') note.title = text;
    else if (name === 'content') note.content = this.#text;
    else if (name === 'mime' && this.#file) this.#file.type = text;
    else if (name === 'file-name' && this.#file) this.#file.name = text;
    else if (name === 'resource' && this.#file) this.#endFile(this.#file);
    else if (name === 'tag') note.facts['tags'] = [...(note.facts['tags'] ?? []), text];
    else if (fact !== undefined && text !== '' && this.#file === undefined) note.facts[fact] = dateOf(text);
    this.#element = '';
  }

  #end(note: Note): void {
    this.#notes.push(note);
    this.isWithinNote = false;
  }

  #endFile({ type, name, data, hash, rest }: OpenFile): void {
    hash.update(Buffer.from(rest, 'base64'));
    this.#note.files.set(hash.digest('hex'), { type, name, data: data && data + rest });
    this.#file = undefined;
  }
}

const newNote = (): Note => ({ title: '', content: '', facts: {}, files: new Map() });

/** `20260131T120000Z` as `2026-01-31T12:00:00Z`; other text as it is. */
function dateOf(text: string): string {
  return text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}

/** The text of a note as HTML: https://dev.evernote.com/doc/articles/enml.php */
function htmlOf(enml: string, files: ReadonlyMap<string, File>): string {
  return enml
    .replaceAll(
      /(<li\b[^<>]*>\s*(?:<div\b[^<>]*>\s*)?)?<en-todo\b([^<>]*)>(?:<\/en-todo>)?/gi,
      (_, item, attributes) => {
        const checked = /\bchecked\s*=\s*["']true/i.test(attributes);
        if (item !== undefined) return `${item}<input type=checkbox${checked ? ' checked' : ''}>`;
        return checked ? '☑ ' : '☐ ';
      },
    )
    .replaceAll(/<en-media\b([^<>]*)>(?:<\/en-media>)?/gi, (_, attributes: string) => mediaOf(attributes, files));
}

function mediaOf(attributes: string, files: ReadonlyMap<string, File>): string {
  const hash = /\bhash\s*=\s*["']([0-9a-f]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
  const { type = '', name = '', data = '' } = files.get(hash) ?? {};
  if (!type.startsWith('image/')) return escaped(name);
  return `<img alt="${escaped(name)}" src="data:${data === '' ? '' : `${escaped(type)};base64`},${data}">`;
}
