import { version } from '../version.js';
import { completions } from './help/completions.js';
import { manualPage } from './help/man.js';
import { overview } from './help/overview.js';
import { style } from './help/style.js';
import { topic } from './help/topic.js';
import { type CommandLine, parse } from './options/parse.js';
import { settle } from './options/settings.js';
import { helpOf, isSubcommand, runSubcommand } from './scale/command.js';
import { UsageError } from './usage-error.js';

/** What the exit code says: all is well, something could not be converted, the command is wrong, or it was interrupted. */
const exit = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** What may stand in the place of the first input, and is given what follows. Each returns the exit code. */
const commands: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  help: ([name]) => tell(name === undefined ? overview() : helpFor(name)),
  man: () => tell(manualPage(version)),
  completions: ([shell]) => tell(completions(shell)),
  work: (args) => subcommand('work', args),
  send: (args) => subcommand('send', args),
  status: (args) => subcommand('status', args),
};

function helpFor(name: string): string {
  if (isSubcommand(name)) return helpOf(name);
  return Object.hasOwn(commands, name) ? overview() : topic(name);
}

async function subcommand(name: Parameters<typeof runSubcommand>[0], args: readonly string[]): Promise<number> {
  return (await runSubcommand(name, args)) ? exit.ok : exit.failed;
}

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command === undefined ? convert(args) : command(rest);
}

async function convert(args: readonly string[]): Promise<number> {
  const line = parse(args);
  if (asks(line, 'version')) return tell(`${version}\n`);
  if (asks(line, 'help')) return tell(overview());
  if (line.operands.length === 0 && process.stdin.isTTY) throw new UsageError('There is nothing to convert');
  const settings = await settle(line.operands.length === 0 ? { ...line, operands: ['-'] } : line);
  const { run } = await import('./run.js'); // which loads the engine
  const interrupted = untilInterrupted();
  const complete = await run(settings, interrupted);
  if (interrupted.aborted) return exit.interrupted;
  return complete ? exit.ok : exit.failed;
}

const asks = ({ given }: CommandLine, name: string) =>
  given.some(({ flag, value }) => flag.name === name && value === true);

function tell(text: string): number {
  process.stdout.write(text);
  return exit.ok;
}

/** Is aborted by the first SIGINT or SIGTERM; the second ends the process. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

// The reader has seen enough (`tidemark … | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.ok);
  throw error;
});
// Nobody reads what is told: that ends no run.
process.stderr.on('error', () => undefined);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
    if (code === exit.interrupted) process.exit(); // standard input may be open, and never end
  },
  (error: Error) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${style(process.stderr, 'red', 'tidemark:')} ${isUsage ? error.message : error.stack}\n`);
    const [name] = process.argv.slice(2);
    if (isUsage) process.stderr.write(`Try: tidemark ${isSubcommand(name) ? `${name} ` : ''}--help\n`);
    process.exitCode = isUsage ? exit.usage : exit.failed;
  },
);
