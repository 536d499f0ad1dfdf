import { concatenated, utf8Bytes, utf8Text, viewOf } from '../host/node.js';
import { Views } from './element.js';
import { Tree } from './tree.js';

// The words of the header of what rules ask: core/internal/rule/questions.go writes it.
const header = { kind: 0, count: 1, questions: 2, text: 3, textBytes: 4, tree: 5 } as const;
const perQuestion = 4;

/** What rules ask at a time: for each element the Markdown of what is in it, and the rules that may answer. */
export class Questions {
  /** Whether it is asked which rules are for which elements, and nothing else. */
  readonly decide: boolean;
  readonly count: number;
  readonly #words: Int32Array;
  readonly #at: number;
  readonly #text: string;

  constructor(buffer: ArrayBuffer) {
    this.#words = new Int32Array(buffer, 0, buffer.byteLength >> 2);
    const at = (place: number) => this.#words[place] as number;
    this.decide = at(header.kind) !== 0;
    this.count = at(header.count);
    this.#at = at(header.questions) / 4;
    // All at once: to decode each by itself would take several times as long.
    this.#text = utf8Text(viewOf(buffer), at(header.text), at(header.text) + at(header.textBytes));
  }

  #word(question: number, place: number): number {
    return this.#words[this.#at + question * perQuestion + place] as number;
  }

  /** Returns the number of the element. */
  node(question: number): number {
    return this.#word(question, 0);
  }

  content(question: number): string {
    return this.#text.slice(question === 0 ? 0 : this.#word(question - 1, 1), this.#word(question, 1));
  }

  /** Returns the number of the first rule that may answer from that on, -1 if there is none. */
  nextRule(question: number, from: number): number {
    for (let rule = from; rule < 64; rule++) {
      if (((this.#word(question, rule < 32 ? 2 : 3) >>> (rule & 31)) & 1) !== 0) return rule;
    }
    return -1;
  }
}

/** What views are made of a tree. */
export type ViewsClass = new (tree: Tree) => Views;

/** Returns the views of the tree that comes with the first questions, or those from before. */
export function readViews(buffer: ArrayBuffer, before: Views | undefined, AsViews: ViewsClass = Views): Views {
  const tree = new Int32Array(buffer, 0, header.tree + 1)[header.tree] as number;
  return tree === 0 ? (before as Views) : new AsViews(new Tree(buffer, tree));
}

/** What rules have answered. Where none has, there is nothing. */
export class Answers {
  readonly #numbers: Int32Array;
  readonly #texts: string[];

  constructor(count: number) {
    this.#numbers = new Int32Array(2 * count).fill(-1);
    this.#texts = new Array<string>(count).fill('');
  }

  set(question: number, rule: number, markdown: string): void {
    this.#numbers[2 * question] = rule;
    this.#numbers[2 * question + 1] = markdown.length;
    this.#texts[question] = markdown;
  }

  /** Returns them as core/internal/rule/questions.go reads them. */
  bytes(): Uint8Array {
    return concatenated([new Uint8Array(this.#numbers.buffer), utf8Bytes(this.#texts.join(''))]);
  }
}
