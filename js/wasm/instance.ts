import type { Failure, NativeInput } from '../native/binding.js';
import type { ConvertErrorCode } from '../native/border.generated.js';
import { nativeLength } from '../native/input.js';
import { type Exports, type Host, link } from './link.js';
import { Exited } from './system.js';
import * as WebAssembly from './webassembly.js';

/** A document: as callers give it, or text that is UTF-8 already. */
export type Document = NativeInput | { readonly utf8: Uint8Array };

/** The Markdown as text or UTF-8, what rules ask, or a failure. */
export type Result = string | ArrayBuffer | Failure;

const succeeded = 0;
const broken = 2;
const asks = 3;

const isText = 0;
const isBytes = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** An engine of its own memory, for one call at a time. When `isBroken`, another is to take its place. */
export class Instance {
  readonly #exports: Exports;
  readonly #outcome: number; // where its address and its length are
  #bytes = new Uint8Array();
  #isBroken = false;

  private constructor(exports: Exports) {
    this.#exports = exports;
    this.#outcome = exports.outcome();
  }

  /** Makes an instance. In a window browsers refuse it of large modules. */
  static now(module: WebAssembly.Module, host: Host): Instance {
    const { imports, begin } = link(host);
    return new Instance(begin(new WebAssembly.Instance(module, imports)));
  }

  static async later(module: WebAssembly.Module, host: Host): Promise<Instance> {
    const { imports, begin } = link(host);
    return new Instance(begin(await WebAssembly.instantiate(module, imports)));
  }

  /** Says that the engine has panicked or ended: what it holds is not to be relied on. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** The bytes of its memory, which never become fewer. */
  get memoryBytes(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** Returns the Markdown: `bytes` says whether as UTF-8. */
  convert(options: string, input: Document, bytes: boolean): Result {
    return this.#call((exports) => {
      const optionsLength = this.#writeText(options, 0);
      const length = this.#write(input, optionsLength);
      return exports.convert(optionsLength, length, kindOf(input));
    }, bytes);
  }

  /** Returns why the options are not valid, '' if they are. */
  check(options: string): Result {
    return this.#call((exports) => exports.check(this.#writeText(options, 0)));
  }

  /** Returns what a CSS selector says. */
  describe(selector: string): Result {
    return this.#call((exports) => exports.describe(this.#writeText(selector, 0)));
  }

  /** Returns the number of a new stream. */
  open(): number {
    return this.#exports.open();
  }

  /** Converts the next piece of a stream, or takes what its rules answer. Returns the Markdown that is certain then, or what they ask next. */
  write(stream: number, options: string, input: Document, last: boolean, bytes: boolean): Result {
    return this.#call((exports) => {
      const optionsLength = this.#writeText(options, 0);
      const length = this.#write(input, optionsLength);
      return exports.write(stream, optionsLength, length, kindOf(input), last ? 1 : 0);
    }, bytes);
  }

  /** Drops a stream. */
  free(stream: number): void {
    if (!this.#isBroken) this.#exports.free(stream);
  }

  #call(call: (exports: Exports) => number, bytes = false): Result {
    if (this.#isBroken) return ended('it has ended before');
    try {
      const status = call(this.#exports);
      this.#isBroken = status === broken;
      if (status === asks || (bytes && status === succeeded)) return this.#made().slice().buffer;
      const text = decoder.decode(this.#made());
      return status === succeeded ? text : failure(text);
    } catch (error) {
      // Go ends itself where it can get no memory, and V8 ends it where its stack is at an end.
      this.#isBroken = true;
      return ended(error instanceof Exited ? error.message : String(error));
    }
  }

  // Returns a view of the memory from a place on that has room for so many bytes; of those before it `kept` stay.
  #room(length: number, kept: number): Uint8Array {
    const place = this.#exports.input(length, kept) >>> 0;
    return this.#view().subarray(place, place + length);
  }

  // A view of all of the memory, which is another when it has grown.
  #view(): Uint8Array<ArrayBuffer> {
    const { buffer } = this.#exports.memory;
    if (this.#bytes.buffer !== buffer) this.#bytes = new Uint8Array(buffer);
    return this.#bytes;
  }

  // Writes a document after what has been written. Returns its length.
  #write(input: Document, after: number): number {
    if (typeof input === 'string') return this.#writeText(input, after);
    const bytes = 'utf8' in input ? input.utf8 : input;
    const length = nativeLength(bytes);
    this.#room(after + length, after).set(bytes, after);
    return length;
  }

  // Most text is ASCII, which takes a byte for each unit. What is left over is given three.
  #writeText(text: string, after: number): number {
    const room = this.#room(after + text.length + 64, after);
    const { read, written } = encoder.encodeInto(text, room.subarray(after));
    if (read === text.length) return written;
    const end = after + written;
    const rest = text.slice(read);
    return written + encoder.encodeInto(rest, this.#room(end + 3 * rest.length, end).subarray(end)).written;
  }

  // Returns a view of what the last call has made.
  #made(): Uint8Array<ArrayBuffer> {
    const [place = 0, length = 0] = new Uint32Array(this.#exports.memory.buffer, this.#outcome, 2);
    return this.#view().subarray(place, place + length);
  }
}

const kindOf = (input: Document) => (typeof input === 'string' || 'utf8' in input ? isText : isBytes);

// The code and the message, as wasm/exports.go writes them.
function failure(text: string): Failure {
  const end = text.indexOf('\n');
  return { code: text.slice(0, end) as ConvertErrorCode, message: text.slice(end + 1) };
}

function ended(why: string): Failure {
  return why.includes('out of memory')
    ? { code: 'ERR_INPUT_TOO_LARGE', message: 'Converting the document needs more memory than WebAssembly can have' }
    : { code: 'ERR_INTERNAL', message: `The engine has ended (${why}); please report it with the document.` };
}
