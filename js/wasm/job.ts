import type { NativeInput } from '../native/binding.js';
import type { Document } from './instance.js';
import type { Lane } from './lane.js';

/** A stream: its first piece binds it to a lane, which has what came before. */
export interface Stream {
  readonly number: number;
  lane: Lane | undefined;
}

/** A call from when it is taken until it is settled. */
export interface Job {
  readonly id: number;
  readonly token: number;
  readonly options: string;
  readonly input: Document;
  /** Whether the Markdown is to be UTF-8. */
  readonly asBytes: boolean;
  readonly bytes: number;
  readonly stream: Stream | undefined;
  readonly last: boolean;
  readonly takenAt: number;
  begunAt: number; // 0 while it waits
  isCancelled: boolean;
}

/** A text that is given part by part, and becomes UTF-8 on the way. */
export class Draft {
  readonly options: string;
  readonly asBytes: boolean;
  readonly #length: number; // in code units
  #bytes: Uint8Array;
  #end = 0;
  #half = ''; // of a pair of surrogates that was cut

  constructor(options: string, length: number, asBytes: boolean) {
    this.options = options;
    this.asBytes = asBytes;
    this.#length = length;
    this.#bytes = new Uint8Array(length);
  }

  get bytes(): number {
    return this.#length;
  }

  append(slices: readonly string[], last: boolean): void {
    let part = this.#half + slices.join('');
    this.#half = '';
    if (!last && isLead(part.charCodeAt(part.length - 1))) {
      this.#half = part.slice(-1);
      part = part.slice(0, -1);
    }
    const { read, written } = encoder.encodeInto(part, this.#bytes.subarray(this.#end));
    this.#end += written;
    if (read < part.length) this.#appendLarger(part.slice(read));
  }

  document(): Document {
    return { utf8: this.#bytes.subarray(0, this.#end) };
  }

  // There are characters beyond ASCII: of what is to come, as many as so far.
  #appendLarger(rest: string): void {
    const larger = new Uint8Array(Math.max(this.#end + 3 * rest.length, Math.ceil(1.5 * this.#bytes.length)));
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
    this.#end += encoder.encodeInto(rest, larger.subarray(this.#end)).written;
  }
}

const encoder = new TextEncoder();

const isLead = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** A document as a job keeps it: what the caller has may change. */
export const copied = (input: NativeInput): Document => (typeof input === 'string' ? input : new Uint8Array(input));
