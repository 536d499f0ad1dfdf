import { type Flag, flags, standsAlone } from '../options/flag.js';
import { nearestFlag } from '../options/parse.js';
import { listed } from '../options/value.js';
import { UsageError } from '../usage-error.js';
import { shown } from './overview.js';
import { style } from './style.js';
import { plain, wrapped } from './text.js';

/** All of one option. Throws a {@link UsageError} if there is none of that name. */
export function topic(name: string): string {
  const flag = flagOf(name);
  const columns = Math.min(process.stdout.columns ?? 100, 100);
  const facts = [
    ...(flag.kind === 'texts' ? ['It may be given several times.'] : []),
    ...(flag.values === undefined ? [] : [`Values: ${listed(flag.values)}.`]),
    ...(flag.min === undefined ? [] : [`An integer from ${flag.min} to ${flag.max}.`]),
    ...(flag.byDefault === undefined
      ? []
      : [`Default: ${flag.byDefault.trim() === '' ? JSON.stringify(flag.byDefault) : flag.byDefault}.`]),
    ...(standsAlone(flag) ? [`--${flag.flag} and --no-${flag.flag} switch it on and off.`] : []),
    ...(flag.of === undefined ? [] : ['For --format json, jsonl and parquet.']),
    ...(flag.engine ? [`In JavaScript: ${flag.path.join('.')}.`] : []),
  ];
  const members = flags.filter(({ path }) => path.length > 1 && path[0] === flag.path[0] && flag.path.length === 1);
  return [
    style(process.stdout, 'bold', shown(flag)),
    '',
    ...wrapped(plain(flag.text), columns),
    ...(facts.length === 0 ? [] : ['', ...facts]),
    ...(members.length === 0 ? [] : ['', `Its members: ${members.map((member) => `--${member.flag}`).join(', ')}`]),
    '',
  ].join('\n');
}

function flagOf(name: string): Flag {
  const bare = name.replace(/^-+/, '');
  const found = flags.find((flag) => [flag.flag, `no-${flag.flag}`, flag.short, flag.path.join('.')].includes(bare));
  if (found !== undefined) return found;
  const meant = nearestFlag(bare);
  throw new UsageError(`There is no option ${name}${meant === undefined ? '' : `. Did you mean --${meant}?`}`);
}
