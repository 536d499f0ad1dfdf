import { Transform } from 'node:stream';

const newline = 10;

/**
 * Gives on what it is written in whole lines: who reads them need not put them together chunk by chunk, at a cost that grows with the square of
 * their length. Fails with an error for a line of more than `most` bytes.
 */
export function wholeLines(most: number): Transform {
  let parts: Buffer[] = [];
  let held = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const end = chunk.lastIndexOf(newline) + 1;
      if (end > 0) {
        this.push(Buffer.concat([...parts, chunk.subarray(0, end)]));
        parts = [];
        held = 0;
      }
      parts.push(chunk.subarray(end));
      held += chunk.length - end;
      done(held > most ? new Error(`A message is longer than ${most} bytes`) : null);
    },
  });
}
