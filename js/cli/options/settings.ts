import type { ExtractOptions } from '../../options.generated.js';
import { UsageError } from '../usage-error.js';
import { readConfig } from './config.js';
import { declarations } from './declarations.generated.js';
import { importDefault } from './module.js';
import { own } from './own.js';
import type { CommandLine, Given } from './parse.js';

export type Format = 'md' | 'text' | 'html' | 'json' | 'jsonl' | 'parquet';

/** What the command itself is told. */
export interface OwnSettings {
  readonly out?: string;
  readonly format?: Format;
  readonly main?: boolean;
  readonly extract?: boolean;
  readonly links?: 'keep' | 'md';
  readonly watch?: boolean;
  readonly skipExisting?: boolean;
  readonly resume?: boolean;
  readonly dryRun?: boolean;
  readonly concurrency?: number;
  readonly timeout?: number;
  readonly progress?: 'auto' | 'bar' | 'json' | 'none';
  readonly quiet?: boolean;
}

/** All that is asked of a run. */
export interface Settings {
  readonly own: OwnSettings & { readonly format: Format };
  readonly engine: ExtractOptions;
  readonly operands: readonly string[];
}

type Values = Record<string, unknown>;

/** Joins what the command line and the configuration say. */
export async function settle({ given, operands }: CommandLine): Promise<Settings> {
  const flags = given.filter(({ flag }) => !flag.engine);
  const named = flags.filter(({ flag }) => flag.name === 'config').at(-1)?.value as string | undefined;
  const configured = await readConfig(named);
  const values: Values = { ...configured };
  for (const { flag, value } of flags) values[flag.name] = value;
  for (const { flag, value } of given.filter(({ flag }) => flag.engine)) await set(values, flag.path, flag.kind, value);
  return { ...divided(values), operands };
}

async function set(
  values: Values,
  path: readonly string[],
  kind: Given['flag']['kind'],
  value: unknown,
): Promise<void> {
  const [name = '', member] = path;
  if (member !== undefined) values[name] = { ...membersOf(name, values[name]), [member]: value };
  else if (kind === 'texts') values[name] = [...listOf(values[name]), value];
  else if (kind === 'module') values[name] = await importDefault(value as string);
  else values[name] = value;
}

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** A group as an object, to which a member can be added: where `true` or `false` stands for all of them, with all of them. */
function membersOf(name: string, value: unknown): object {
  if (typeof value === 'object' && value !== null) return value;
  const group = declarations.find((declaration) => declaration.name === name);
  if (typeof value !== 'boolean' || group?.optional) return {};
  const members = group?.members?.filter(({ kind }) => kind === 'boolean') ?? [];
  return Object.fromEntries(members.map((member) => [member.name, value]));
}

function divided(values: Values): Omit<Settings, 'operands'> {
  const names = new Set(own.map(({ name }) => name));
  const entries = Object.entries(values);
  const isSaid = ([name, value]: [string, unknown]) => names.has(name) && !(name === 'out' && value === '-');
  const ofCommand = Object.fromEntries(entries.filter(isSaid)) as OwnSettings;
  const { main, extract } = ofCommand;
  const format = ofCommand.format ?? (extract ? 'json' : 'md');
  const engine: Values = Object.fromEntries(entries.filter(([name]) => !names.has(name)));
  if (main) engine['content'] ??= 'main';
  if (!isExtraction(format)) refuseParts(engine);
  if (format === 'text' || format === 'html') engine['format'] = format;
  if (format === 'parquet') engine['parts'] ??= ['markdown', 'metadata'];
  return { own: { ...ofCommand, format }, engine };
}

/** Whether it is what `extract()` makes that is written. */
export function isExtraction(format: Format): boolean {
  return format === 'json' || isStream(format);
}

/** Whether all documents become one stream. */
export function isStream(format: Format): boolean {
  return format === 'jsonl' || format === 'parquet';
}

function refuseParts(engine: Values): void {
  const { name } = declarations.find((declaration) => declaration.of === 'extract' && engine[declaration.name]) ?? {};
  if (name !== undefined) throw new UsageError(`--${name} is for --format json, jsonl or parquet`);
}
