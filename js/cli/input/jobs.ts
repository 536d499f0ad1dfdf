import { resolve } from 'node:path';
import { type ArchiveKind, entriesOf, isBook } from '../archive/entries.js';
import { type Format, isExtraction, isStream } from '../options/settings.js';
import { filesBeside, targetOf } from '../output/target.js';
import { UsageError } from '../usage-error.js';
import { ahead, type Room } from './ahead.js';
import { type Document, type Failure, failure, isFailure, type Named, type Page } from './document.js';
import type { Kind } from './kind.js';
import { type Opened, openAhead, openAtTurn, type Source } from './source.js';

/** A document that has a place for its result. */
export interface Planned extends Document {
  readonly target: string;
  /** Whether there is a result already, and it shall stay. */
  readonly skipped: boolean;
}

/** A document that has been read, and has a place for its result. */
export interface Job extends Page {
  readonly target: string;
}

export interface Plan {
  readonly documents: AsyncIterable<Document | Failure>;
  readonly format: Format;
  /** The folder for results, if there is a file for each. */
  readonly folder: string | undefined;
  /** Whether pictures that come with a document are wanted. */
  readonly pictures: boolean;
  isDone(target: string): Promise<boolean>;
}

/** Yields what is to be converted, and where to. */
export async function* planned(plan: Plan): AsyncGenerator<Planned | Failure> {
  for await (const found of plan.documents) {
    yield isFailure(found) ? found : await placed({ has: filesBeside(found.path), ...found }, plan);
  }
}

async function placed(document: Document, { format, folder, isDone }: Plan): Promise<Planned | Failure> {
  const target = await targetOf(document, format);
  if (folder !== undefined && resolve(folder, target) === resolve(document.path)) {
    const message = 'The result would be written over it: choose another --out';
    return { path: document.path, code: 'ERR_SAME_FILE', message };
  }
  return { ...document, target, skipped: document.changed !== true && (await isDone(target)) };
}

const openedAhead: Room = { count: 8, size: Number.POSITIVE_INFINITY }; // short files alone are read ahead

/**
 * Reads what is planned, short files ahead of their turn, and yields it in its order: what is skipped, too. No document has more than `most` bytes.
 * Of archives it yields what is in them.
 */
export async function* jobs(plan: Plan, most: number, signal: AbortSignal): AsyncGenerator<Planned | Job | Failure> {
  const open = (document: Planned | Failure) => ({ outcome: opened(document, most), size: 0 });
  for await (const [document, before] of ahead(planned(plan), openedAhead, open, signal)) {
    if (isFailure(document) || before === undefined) {
      yield document;
      continue;
    }
    try {
      const now = await openAtTurn(before, most);
      if (isArchive(now)) yield* jobsIn(document, now, plan, most);
      else yield { ...document, ...(await read(now, plan.pictures)) };
    } catch (error) {
      if (error instanceof UsageError) throw error;
      yield failure(document.path, error);
    }
  }
}

async function opened(document: Planned | Failure, most: number): Promise<[Planned | Failure] | [Planned, Opened]> {
  if (isFailure(document) || document.skipped) return [document];
  try {
    return [document, await openAhead(document.path, most)];
  } catch (error) {
    return [failure(document.path, error)];
  }
}

/** Returns what is converted of a document that is no archive. */
async function read(
  { kind, bytes, source }: Opened,
  pictures: boolean,
): Promise<Pick<Page, 'html' | 'about' | 'options'>> {
  if (kind === 'html') return { html: bytes ?? source.head };
  const { readMail } = await import('../archive/mail.js');
  return readMail(bytes ?? source.head, pictures);
}

interface OpenedArchive {
  readonly kind: ArchiveKind;
  readonly source: Source;
}

const isArchive = (opened: { kind: Kind; source: Source }): opened is OpenedArchive =>
  opened.kind !== 'html' && opened.kind !== 'mail';

const nothing = async () => undefined;

/** Yields the documents of an archive, with places below that of the archive, unless it is all there is. */
async function* jobsIn(document: Planned, { kind, source }: OpenedArchive, plan: Plan, most: number) {
  if (plan.folder === undefined && !isStream(plan.format) && !(isBook(kind) && !isExtraction(plan.format)))
    throw new UsageError(`${document.path} holds several documents: --out FOLDER, or --format jsonl or parquet`);
  const { path, kept, alone, changed = false } = document;
  const within = <T extends Named>(named: T): T => (alone ? named : { ...named, kept: `${kept}/${named.kept}` });
  for await (const entry of entriesOf(kind, { path, source, most, pictures: plan.pictures })) {
    if (isFailure(entry)) {
      yield entry;
      continue;
    }
    const { read, beside, ...named } = entry;
    const besideIt = beside && ((address: string) => beside(address).then((other) => other && within(other)));
    const found = await placed({ ...within(named), beside: besideIt ?? nothing, changed }, plan);
    if (isFailure(found) || found.skipped) yield found;
    else
      yield await read().then(
        (content) => ({ ...found, ...content }),
        (error) => failure(entry.path, error),
      );
  }
}
