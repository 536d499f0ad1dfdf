import { posix } from 'node:path';
import * as zlib from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { coded } from '../../files/coded.js';
import { tooLarge } from '../../files/decompress.js';
import { collected, type Source } from '../input/source.js';
import type { Container } from './container.js';

export interface ZipEntry {
  /** Its path, with `/` between names. */
  readonly name: string;
  /** Why there could be no file of that name, if it leads out of the archive. */
  readonly unsafe: string | undefined;
  readonly entry: Entry;
}

/** The files of a ZIP archive. */
export class Zip {
  readonly #file: ZipFile;
  readonly #most: number;
  #taken = 0; // bytes of the archive that have been read

  static async open({ source, most }: Container): Promise<Zip> {
    try {
      return new Zip(await openZip(source, most), most);
    } catch (error) {
      throw damaged(error);
    }
  }

  private constructor(file: ZipFile, most: number) {
    this.#file = file;
    this.#most = most;
  }

  /** Yields its files, as its directory is read: once. */
  async *entries(): AsyncGenerator<ZipEntry> {
    const entries = this.#file.eachEntry();
    for (;;) {
      const { done, value: entry } = await entries.next().catch((error) => Promise.reject(damaged(error)));
      if (done) return;
      const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      const unsafe = yauzl.validateFileName(name) ?? undefined;
      if (!name.endsWith('/')) yield { name: posix.normalize(name), unsafe, entry };
    }
  }

  async read({ entry }: ZipEntry): Promise<Uint8Array> {
    if (entry.isEncrypted()) throw coded('ERR_ENCRYPTED', 'It is encrypted: take it out of the archive first');
    if (!entry.canDecodeFileData())
      throw coded('ERR_UNSUPPORTED', `It is compressed by method ${entry.compressionMethod}, which is not known`);
    if (entry.uncompressedSize > this.#most) throw tooLarge(this.#most);
    // Each byte belongs to one file: who has more has made many large files of the same few bytes.
    this.#taken += entry.compressedSize;
    if (this.#taken > this.#file.fileSize) throw coded('ERR_ARCHIVE', 'The files of the archive lie over each other');
    try {
      const bytes = await collected(await this.#file.openReadStreamPromise(entry), this.#most);
      if (crc32 !== undefined && crc32(bytes) !== entry.crc32) throw new Error('the file is not what it was');
      return bytes;
    } catch (error) {
      throw damaged(error);
    }
  }

  close(): void {
    this.#file.close();
  }
}

// Node.js has it from 20.15 and 22.2 on.
const { crc32 } = zlib as unknown as { crc32?: (bytes: Uint8Array) => number };

const options = { decodeStrings: false, autoClose: false } as const;

async function openZip(source: Source, most: number): Promise<ZipFile> {
  if (source.isFile) return yauzl.openPromise(source.path, options);
  const bytes = source.isWhole ? source.head : await collected(source.stream(), most);
  return yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), options);
}

function damaged(error: unknown): Error {
  if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_INPUT')) return error as Error;
  return coded('ERR_ARCHIVE', `It is not a valid ZIP archive: ${(error as Error).message}`);
}
