import { type Flag, flags, standsAlone } from '../options/flag.js';
import { style } from './style.js';
import { plain, sentence, wrapped } from './text.js';

const examples: readonly [command: string, what: string][] = [
  ['tidemark page.html > page.md', 'one page'],
  ['curl -s https://example.com | tidemark', 'from a pipe'],
  ['tidemark site --out md', 'a folder, with the paths in it'],
  ["tidemark 'site/**/*.html' --out md --main", 'what a pattern matches, main content alone'],
  ['tidemark site -f jsonl --out site.jsonl --chunks', 'what extract() makes, a line for each page'],
];

const widest = 34; // columns of a flag with its value

/** The help as a whole. */
export function overview(): string {
  const heading = (text: string) => style(process.stdout, 'bold', text);
  const example = ([command, what]: (typeof examples)[number]) =>
    `  ${command.padEnd(50)}${style(process.stdout, 'dim', what)}`;
  return [
    `${heading('tidemark')} makes Markdown of HTML.`,
    '',
    `${heading('Usage:')} tidemark [OPTION]... [FILE | FOLDER | 'PATTERN' | -]...`,
    '',
    ...examples.map(example),
    '',
    heading('Options'),
    ...flags.filter((flag) => !flag.engine).flatMap((flag) => row(flag, plain(flag.text))),
    '',
    heading('How it is converted'),
    ...flags.filter((flag) => flag.engine).flatMap((flag) => row(flag, summary(flag))),
    '',
    'tidemark work, send and status share the work between machines: see tidemark work --help.',
    'tidemark help OPTION tells all of an option, tidemark man prints the manual page,',
    'and tidemark completions bash, zsh or fish what has a shell complete all of this.',
    'The exit code is 0 if all was converted, 1 if not, 2 if the command is wrong.',
    '',
  ].join('\n');
}

function summary(flag: Flag): string {
  const text = sentence(plain(flag.text));
  return isOn(flag) ? `Switches off: ${text}` : text;
}

const isOn = (flag: Flag) => standsAlone(flag) && flag.byDefault === 'true';

/** A flag as the help tells it, in lines. */
export function row(flag: Flag, text: string): string[] {
  const name = `${flag.short === undefined ? '    ' : `-${flag.short}, `}${shown(flag)}`;
  const columns = Math.min(process.stdout.columns ?? 100, 120);
  const lines = wrapped(text, Math.max(20, columns - widest - 2));
  const first =
    name.length > widest - 2
      ? []
      : [`  ${style(process.stdout, 'cyan', name)}${' '.repeat(widest - name.length)}${lines.shift() ?? ''}`];
  const head = first.length > 0 ? first : [`  ${style(process.stdout, 'cyan', name)}`];
  return [...head, ...lines.map((line) => ' '.repeat(widest + 2) + line)];
}

/** A flag as it is written, with what its value is. */
export function shown(flag: Flag): string {
  if (standsAlone(flag)) return isOn(flag) ? `--no-${flag.flag}` : `--${flag.flag}`;
  return `--${flag.flag} ${placeholder(flag)}`;
}

function placeholder({ kind, value, values }: Flag): string {
  if (value !== undefined) return value;
  if (values !== undefined && values.join('|').length <= 36)
    return values.map((word) => (word.trim() === '' ? `'${word}'` : word)).join('|');
  const names: Partial<Record<Flag['kind'], string>> = {
    integer: 'N',
    module: 'FILE',
    texts: 'SELECTOR',
    words: 'A,B',
  };
  return names[kind] ?? 'TEXT';
}
