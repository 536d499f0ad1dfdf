import { engine } from '../backend/load.js';
import type { NativeInput, Outcome } from '../native/binding.js';
import { inSlices, nativeLength } from '../native/input.js';
import { refusal } from '../native/status.js';

/** A document that is converted on the calling thread, and whose rules ask. It is to be closed. */
export class LocalDocument {
  readonly #json: string;
  readonly #document: object;

  constructor(json: string) {
    const opened = engine.documentOpen();
    if (typeof opened === 'number') throw refusal(opened);
    this.#json = json;
    this.#document = opened;
  }

  /** Sends all of the document, or what rules have answered. */
  send(input: NativeInput): Outcome {
    return engine.documentSend(this.#document, this.#json, inSlices(input), nativeLength(input), true);
  }

  close(): void {
    engine.documentClose(this.#document);
  }
}
