import type { Declaration } from './declaration.js';
import { declarations } from './declarations.generated.js';
import { own } from './own.js';

/** An option as the command line has it. */
export interface Flag extends Declaration {
  /** As the command line writes it, without the dashes: `gfm-tables`. */
  readonly flag: string;
  /** Where its value goes in the options: `['gfm', 'tables']`. */
  readonly path: readonly string[];
  /** Whether it is an option of the engine. */
  readonly engine: boolean;
}

// The command has an option of this name that says more.
const isTaken = ({ name }: Declaration) => own.some((option) => option.name === name);

/** All that may stand on a command line, those of the command itself first. */
export const flags: readonly Flag[] = [
  ...own.map(ownFlag),
  ...declarations.filter((option) => !isTaken(option)).flatMap((option) => flagsOf(option)),
];

/** The flag of an option that is not of the engine. */
export function ownFlag(option: Declaration): Flag {
  return { ...option, flag: kebab(option.name), path: [option.name], engine: false };
}

function flagsOf(option: Declaration): Flag[] {
  const path = [option.name];
  const members = (option.members ?? []).map((member) => ({
    ...member,
    ...(option.of === undefined ? undefined : { of: option.of }),
    flag: `${kebab(option.name)}-${kebab(member.name)}`,
    path: [...path, member.name],
    engine: true,
  }));
  return [{ ...option, flag: kebab(option.name), path, engine: true }, ...members];
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Whether a flag stands alone: what follows it is not its value. */
export function standsAlone({ kind, values }: Flag): boolean {
  return kind === 'boolean' || (kind === 'group' && values === undefined);
}
