import { type Flag, flags } from '../options/flag.js';
import { type Subcommand, subcommands } from '../scale/declarations.js';
import { shown } from './overview.js';
import { plain } from './text.js';

/** The manual page, in the macros of man(7). */
export function manualPage(version: string): string {
  return [
    `.TH TIDEMARK 1 "" "tidemark ${version}" "User Commands"`,
    '.SH NAME',
    'tidemark \\- make Markdown of HTML',
    '.SH SYNOPSIS',
    '.B tidemark',
    "[\\fIOPTION\\fR]... [\\fIFILE\\fR | \\fIFOLDER\\fR | '\\fIPATTERN\\fR' | \\-]...",
    '.SH DESCRIPTION',
    'Without an input, or with \\-, it reads standard input. Without \\-\\-out it writes to standard output.',
    '.SH OPTIONS',
    ...flags.filter((flag) => !flag.engine).flatMap(entry),
    '.SH OPTIONS OF THE ENGINE',
    ...flags.filter((flag) => flag.engine).flatMap(entry),
    '.SH COMMANDS FOR MORE THAN ONE MACHINE',
    ...Object.values(subcommands).flatMap(command),
    '.SH EXIT STATUS',
    '0 if all was converted, 1 if not, 2 if the command is wrong, 130 if it was interrupted.',
    '',
  ].join('\n');
}

function command({ usage, text, flags }: Subcommand): string[] {
  const own = flags.filter((flag) => !flag.engine && flag.name !== 'help');
  return ['.SS', escaped(usage), escaped(text), ...own.flatMap(entry)];
}

function entry(flag: Flag): string[] {
  const short = flag.short === undefined ? '' : `\\-${flag.short}, `;
  const byDefault = flag.byDefault === undefined ? [] : [`Default: ${escaped(flag.byDefault)}`];
  return [
    '.TP',
    `\\fB${short}${escaped(shown(flag))}\\fR`,
    escaped(plain(flag.text)),
    ...(byDefault.length ? ['.br', ...byDefault] : []),
  ];
}

// A line that begins with a dot or a quotation mark would be a request.
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&');
}
