import { Buffer } from 'node:buffer';
import { binding, type NativeInput } from './binding.js';
import { ConvertError } from './errors.js';
import { inSlices, nativeInput, nativeLength } from './input.js';
import {
  client,
  closeIfIdle,
  type Deferred,
  isClosing,
  noWorkers,
  type Pending,
  pending,
  settle,
  started,
} from './pool.js';
import { isFull, refusal } from './refusal.js';
import { offerRoom, waitForRoom } from './room.js';

/** A document that is sent to the workers in pieces, in order. */
export interface OpenStream {
  /** The piece's Markdown. While there is no room for a piece it waits. Rejects with the reason once the stream is closed. */
  send(input: NativeInput, last: boolean): Promise<string>;
  /** Whether a piece waits for room, and has not been copied. */
  readonly isWaiting: boolean;
  /** Lets go of the stream. What is in flight is cancelled and rejects with the reason. */
  close(reason: unknown): void;
}

interface Piece extends Deferred {
  input: NativeInput;
  last: boolean;
}

export function openStream(json: string): OpenStream {
  const opened = binding.streamOpen();
  if (opened === noWorkers) return inPlace(json);
  if (typeof opened === 'number') throw refusal(opened);
  const stream = opened;
  const inFlight = new Map<Pending, number>(); // with their ids
  const waiting: Piece[] = []; // in their order
  let closed: { reason: unknown } | undefined;

  // Returns false if there is no room for the first.
  function sendWaiting(): boolean {
    for (let piece = waiting[0]; piece !== undefined; piece = waiting[0]) {
      const status = trySend(piece);
      if (isFull(status)) return false;
      waiting.shift();
      if (status !== started) piece.reject(refusal(status));
    }
    return true;
  }

  // As start does.
  function trySend({ input, last, resolve, reject }: Piece): number {
    if (isClosing()) {
      reject(new ConvertError('ERR_CLOSED', 'The stream went on after close()'));
      return started;
    }
    try {
      const taken = nativeInput(input); // A buffer may have lost its memory while the piece waited.
      const job: Pending = { resolve, reject, unwatch: () => inFlight.delete(job), token: 0 };
      pending.add(job);
      const id = binding.streamSend(client, stream, json, taken, nativeLength(taken), last, job.token);
      if (id < 0) {
        pending.remove(job);
        return id;
      }
      inFlight.set(job, id);
    } catch (error) {
      reject(error);
    }
    return started;
  }

  return {
    send: (input, last) =>
      new Promise((resolve, reject) => {
        if (closed !== undefined) return reject(closed.reason);
        waiting.push({ input, last, resolve, reject });
        if (waiting.length === 1 && !sendWaiting()) waitForRoom(sendWaiting, pending.size);
      }),
    get isWaiting() {
      return waiting.length > 0;
    },
    close: (reason) => {
      if (closed !== undefined) return;
      closed = { reason };
      for (const { reject } of waiting.splice(0)) reject(reason);
      for (const [job, id] of inFlight) {
        job.reject(reason);
        pending.remove(job);
        binding.cancel(id);
      }
      inFlight.clear();
      binding.streamClose(stream);
      offerRoom(pending.size);
      closeIfIdle();
    },
  };
}

/** Without workers: the document is kept, and converted in place when it is whole. */
function inPlace(json: string): OpenStream {
  const pieces: NativeInput[] = [];
  return {
    send: (input, last) =>
      new Promise((resolve, reject) => {
        pieces.push(input);
        if (!last) return resolve('');
        const isText = pieces.every((piece) => typeof piece === 'string');
        const whole = isText ? pieces.join('') : Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array)));
        settle({ resolve, reject }, binding.convertSync(json, inSlices(whole), nativeLength(whole)));
      }),
    isWaiting: false,
    close: () => pieces.splice(0),
  };
}
