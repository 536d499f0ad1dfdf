import type { CommandLine } from '../options/parse.js';

/** What is given for options, by their names. Those that may be given several times are arrays. */
export function valuesOf({ given }: CommandLine): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { flag, value } of given) {
    values[flag.name] = flag.kind === 'texts' ? [...((values[flag.name] as unknown[]) ?? []), value] : value;
  }
  return values;
}
