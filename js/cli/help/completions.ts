import { type Flag, flags, standsAlone } from '../options/flag.js';
import { subcommands } from '../scale/declarations.js';
import { UsageError } from '../usage-error.js';
import { plain, sentence } from './text.js';

/** The script that has a shell complete the command, for its start-up file. Throws a {@link UsageError} for a shell that is not known. */
export function completions(shell: string | undefined): string {
  if (shell === 'bash') return bash();
  if (shell === 'zsh') return zsh();
  if (shell === 'fish') return fish();
  throw new UsageError('tidemark completions takes bash, zsh or fish');
}

/** What is completed: `--gfm` and, where it can be switched off, `--no-gfm`. */
function names(flag: Flag): string[] {
  return standsAlone(flag) && flag.engine ? [`--${flag.flag}`, `--no-${flag.flag}`] : [`--${flag.flag}`];
}

/** The commands for more than one machine, with the flags of their own. */
const commands = Object.entries(subcommands).map(([name, command]) => ({ name, ...command }));
const commandNames = commands.map(({ name }) => name).join(' ');

const words = (flag: Flag) => (flag.values ?? []).filter((value) => /^\w+$/.test(value));
const withWords = flags.filter((flag) => words(flag).length > 0);
const withPath = flags.filter(({ kind, value }) => kind === 'module' || value === 'PATH' || value === 'FILE');
const withText = flags.filter((flag) => !standsAlone(flag) && !withWords.includes(flag) && !withPath.includes(flag));

function bash(): string {
  const cases = withWords.map(
    (flag) => `    --${flag.flag}) COMPREPLY=($(compgen -W '${words(flag).join(' ')}' -- "$word")); return ;;`,
  );
  const options = commands.map(
    (command) => `    ${command.name}) options='${command.flags.flatMap(names).join(' ')}' ;;`,
  );
  return `# tidemark completions bash
_tidemark() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  local options='${flags.flatMap(names).join(' ')}'
  COMPREPLY=()
  case \${COMP_WORDS[1]} in
${options.join('\n')}
  esac
  case $before in
${cases.join('\n')}
    ${withPath.map(({ flag }) => `--${flag}`).join('|')}) COMPREPLY=($(compgen -f -- "$word")); return ;;
    ${withText.map(({ flag }) => `--${flag}`).join('|')}) return ;;
    help) COMPREPLY=($(compgen -W '${flags.map(({ flag }) => flag).join(' ')}' -- "$word")); return ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
    if [[ $COMP_CWORD == 1 ]]; then COMPREPLY+=($(compgen -W '${commandNames}' -- "$word")); fi
  fi
}
complete -o filenames -F _tidemark tidemark
`;
}

/** What an option is for, as a shell shows it beside the name. */
const summary = (flag: Flag) => sentence(plain(flag.text)).replaceAll(/['"`\\[\]:$]/g, '');

function zsh(): string {
  const value = (flag: Flag) => {
    if (standsAlone(flag)) return '';
    if (withWords.includes(flag)) return `:value:(${words(flag).join(' ')})`;
    return withPath.includes(flag) ? ':file:_files' : ':value: ';
  };
  const rows = (all: readonly Flag[]) =>
    all.flatMap((flag) => names(flag).map((name) => `    '*${name}[${summary(flag)}]${value(flag)}'`)).join('\n');
  const ofCommands = commands.map(
    (command) => `  ${command.name}) options=(\n${rows(command.flags)}\n    '*:input:_files'\n  ) ;;`,
  );
  return `#compdef tidemark
_tidemark() {
  local -a options=(
${rows(flags)}
    '1:input:_alternative "files\\:file\\:_files" "commands\\:command\\:(${commandNames})"'
    '*:input:_files'
  )
  case $words[2] in
${ofCommands.join('\n')}
  esac
  _arguments -S $options
}
compdef _tidemark tidemark
`;
}

function fish(): string {
  const value = (flag: Flag) => {
    if (standsAlone(flag)) return '';
    if (withWords.includes(flag)) return ` -x -a '${words(flag).join(' ')}'`;
    return withPath.includes(flag) ? ' -r -F' : ' -x';
  };
  const rows = (all: readonly Flag[], when: string) =>
    all.flatMap((flag) =>
      names(flag).map((name) => {
        const short = flag.short === undefined ? '' : ` -s ${flag.short}`;
        return `complete -c tidemark${when} -l ${name.slice(2)}${short} -d '${summary(flag)}'${value(flag)}`;
      }),
    );
  const all = [
    ...rows(flags, ` -n 'not __fish_seen_subcommand_from ${commandNames}'`),
    ...commands.flatMap(({ name, text, flags: own }) => [
      `complete -c tidemark -n __fish_use_subcommand -a ${name} -d '${text.replaceAll("'", '')}'`,
      ...rows(own, ` -n '__fish_seen_subcommand_from ${name}'`),
    ]),
  ];
  return `# tidemark completions fish\n${all.join('\n')}\n`;
}
