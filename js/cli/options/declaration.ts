/** An option as it is declared: one of the engine, or one of the command itself. */
export interface Declaration {
  /** As JavaScript writes it: `headingStyle`. */
  readonly name: string;
  /** What it holds. A `module` is the path of one, whose default export is the value. */
  readonly kind: 'word' | 'words' | 'text' | 'texts' | 'integer' | 'boolean' | 'group' | 'module';
  /** Of a word or words: those that it may be. A group may be one, too. */
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** As it is written behind the flag. Absent where there is none. */
  readonly byDefault?: string;
  /** Of a group: it is absent by default, and true stands for the defaults of its members, not for all of them. */
  readonly optional?: boolean;
  /** The function that alone takes it; absent if all do. */
  readonly of?: string;
  /** What it is for, as a paragraph of Markdown. */
  readonly text: string;
  readonly members?: readonly Declaration[];
  /** The letter that stands for it, and what its value is called in the help: only of the command's own. */
  readonly short?: string;
  readonly value?: string;
}
