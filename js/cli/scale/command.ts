import { row } from '../help/overview.js';
import { style } from '../help/style.js';
import { plain } from '../help/text.js';
import { type CommandLine, parse } from '../options/parse.js';
import { type Name, subcommands } from './declarations.js';
import { RedisError } from './redis.js';

export const isSubcommand = (name: string | undefined): name is Name =>
  name !== undefined && Object.hasOwn(subcommands, name);

/** Runs a command for more than one machine. Returns whether all has gone well. */
export async function runSubcommand(name: Name, args: readonly string[]): Promise<boolean> {
  const { flags } = subcommands[name];
  const line = parse(args, flags);
  if (line.given.some(({ flag, value }) => flag.name === 'help' && value === true)) {
    process.stdout.write(helpOf(name));
    return true;
  }
  try {
    return await runs[name](line);
  } catch (error) {
    if (!(error instanceof RedisError)) throw error;
    process.stderr.write(`${style(process.stderr, 'red', 'tidemark:')} ${error.message}\n`);
    return false;
  }
}

// What is not asked for is not loaded.
const runs: Readonly<Record<Name, (line: CommandLine) => Promise<boolean>>> = {
  work: async (line) => (await import('./work.js')).work(line),
  send: async (line) => (await import('./send.js')).send(line),
  status: async (line) => (await import('./status.js')).status(line),
};

/** The help of one of them. */
export function helpOf(name: Name): string {
  const { usage, text, examples, flags } = subcommands[name];
  const heading = (words: string) => style(process.stdout, 'bold', words);
  const engine = flags.filter((flag) => flag.engine);
  return [
    text,
    '',
    `${heading('Usage:')} ${usage}`,
    '',
    ...examples.map(([command, what]) => `  ${command.padEnd(50)}${style(process.stdout, 'dim', what)}`),
    '',
    heading('Options'),
    ...flags.filter((flag) => !flag.engine).flatMap((flag) => row(flag, plain(flag.text))),
    '',
    ...(engine.length > 0
      ? ['How documents are converted is said by the same options as for files: see tidemark --help.', '']
      : []),
  ].join('\n');
}
