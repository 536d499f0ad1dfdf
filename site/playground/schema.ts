// The options as the engine declares them: `go generate ./core` writes them down.
import fields from './options.generated.json';

export interface Field {
  readonly name: string;
  readonly kind: 'enum' | 'text' | 'texts' | 'choices' | 'integer' | 'boolean' | 'group' | 'rules';
  readonly values?: readonly string[];
  /** As JavaScript writes it. */
  readonly default?: string;
  /** What a text has to be. */
  readonly takes?: string;
  /** The function that alone takes the option. */
  readonly for?: string;
  readonly doc: string;
  readonly fields?: readonly Field[];
}

export const schema = fields as readonly Field[];

/** Options that were chosen, by their names. What has its default is not there. */
export type Chosen = Readonly<Record<string, unknown>>;

/** Returns the options with one that has another value; none of it if that is undefined. */
export function withOption(chosen: Chosen, name: string, value: unknown): Chosen {
  const { [name]: _, ...others } = chosen;
  return value === undefined ? others : { ...others, [name]: value };
}

/** Returns those options that `convert` takes too. */
export function ofConvert(chosen: Chosen): Chosen {
  const others = new Set(schema.filter((field) => field.for !== undefined).map(({ name }) => name));
  return Object.fromEntries(Object.entries(chosen).filter(([name]) => !others.has(name)));
}

/** Returns the members that were chosen of a group. */
export const membersOf = (value: unknown): Chosen =>
  typeof value === 'object' && value !== null ? (value as Chosen) : {};
