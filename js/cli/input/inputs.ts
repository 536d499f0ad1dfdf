import type { Document, Failure } from './document.js';
import { Named } from './named.js';
import type { Operand } from './operand.js';

/** Yields the documents of operands, while folders are read: each once, however many of them name it. */
export async function* inputs(operands: readonly Operand[]): AsyncGenerator<Document | Failure> {
  const named = new Named();
  for (const operand of operands) {
    let found = 0;
    for await (const input of operand.documents()) {
      found++;
      if (!(await named.has(input.path))) yield input;
    }
    if (found === 0) yield { path: operand.name, code: 'ERR_NO_INPUT', message: 'There is no document in it' };
    named.add(operand);
  }
}
