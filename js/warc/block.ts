import type { LimitReader } from 'warcio';
import { coded } from '../files/coded.js';
import { tooLarge } from '../files/decompress.js';
import { mostHeadBytes, type ResponseHead, readHead } from './response.js';

/** The block of a record, which is read as far as it is wanted. */
export class Block {
  readonly #reader: LimitReader;
  #read: Uint8Array = new Uint8Array();

  constructor(reader: LimitReader) {
    this.#reader = reader;
  }

  /** Whether the file has ended before it, once all of it has been read. */
  get isCutOff(): boolean {
    return this.#reader.limit > 0;
  }

  async responseHead(): Promise<ResponseHead> {
    for (;;) {
      const head = readHead(this.#read);
      if (head !== undefined && !Number.isNaN(head.status)) {
        this.#read = this.#read.subarray(head.length);
        return head;
      }
      const piece = head === undefined && this.#read.length < mostHeadBytes ? await this.#piece() : undefined;
      if (piece === undefined) throw coded('ERR_RECORD', 'It has no head of an HTTP response');
      this.#read = Buffer.concat([this.#read, piece]);
    }
  }

  /** Returns what has not been taken of it. */
  async rest(most: number): Promise<Uint8Array> {
    const pieces = [this.#read];
    let length = this.#read.length;
    for (let piece = await this.#piece(); piece !== undefined; piece = await this.#piece()) {
      length += piece.length;
      if (length > most) throw tooLarge(most);
      pieces.push(piece);
    }
    return Buffer.concat(pieces, length);
  }

  /** Reads to its end: the next record can be read then. */
  async drain(): Promise<void> {
    while ((await this.#piece()) !== undefined);
  }

  async #piece(): Promise<Uint8Array | undefined> {
    for await (const piece of this.#reader) return piece;
    return undefined;
  }
}
