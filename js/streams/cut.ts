import type { NativeInput } from '../native/binding.js';
import { nativeInput } from '../native/input.js';

// A piece is copied on the event loop, and no longer than this at a time.
const pieceLength = 2 ** 16;

/** Cuts the chunks of a document into pieces, none of which ends within a pair of surrogates. */
export class Cutter {
  // The first half of a pair that a string ended with.
  #half = '';

  /** Throws ERR_INVALID_ARG for what is no chunk. */
  cut(chunk: unknown): NativeInput[] {
    const input = nativeInput(chunk);
    return typeof input === 'string' ? this.#cutText(input) : cutBytes(input);
  }

  /** Returns what the next chunk would have completed. */
  rest(): string {
    return this.#half;
  }

  #cutText(chunk: string): string[] {
    const text = this.#half + chunk;
    const end = isLead(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
    this.#half = text.slice(end);
    const pieces: string[] = [];
    for (let start = 0; start < end; ) {
      let next = Math.min(start + pieceLength, end);
      if (next < end && isLead(text.charCodeAt(next - 1))) next--;
      pieces.push(text.slice(start, next));
      start = next;
    }
    return pieces;
  }
}

function cutBytes(chunk: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < chunk.length; start += pieceLength)
    pieces.push(chunk.subarray(start, start + pieceLength));
  return pieces;
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
