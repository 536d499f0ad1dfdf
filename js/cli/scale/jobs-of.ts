import { createReadStream } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { JobData } from '../../bullmq.js';
import { coded } from '../../files/coded.js';
import { type Location, locationsOf } from '../../warc/locations.js';
import { type Document, type Failure, failure, isFailure } from '../input/document.js';
import { inputs } from '../input/inputs.js';
import { operandsOf } from '../input/operand.js';
import { openSource, wholeOf } from '../input/source.js';

interface Asked {
  readonly files: string;
  readonly pages: number;
  readonly inline: boolean;
  readonly maxInlineBytes: number;
}

/** Yields the jobs for what operands name, while folders and WARCs are read. */
export async function* jobsOf(operands: readonly string[], asked: Asked): AsyncGenerator<JobData | Failure> {
  for (const operand of operands) {
    if (/^https?:\/\//i.test(operand)) {
      yield isWarc(new URL(operand).pathname) ? { warc: operand } : { url: operand };
      continue;
    }
    for await (const found of inputs(await operandsOf([operand]))) {
      if (isFailure(found)) yield found;
      else yield* jobsOfFile(found, asked);
    }
  }
}

// What the command for files reads beside HTML.
const others = /\.(?:eml|mht|mhtml|epub|enex|zip)$/i;

const isWarc = (path: string) => /\.warc(?:\.gz)?$/i.test(path);

async function* jobsOfFile({ path }: Document, asked: Asked): AsyncGenerator<JobData | Failure> {
  try {
    if (others.test(path))
      throw coded('ERR_UNSUPPORTED', 'Workers read HTML and WARCs: tidemark --out FOLDER reads this');
    if (asked.inline || path === '-')
      yield {
        html: await textOf(path, asked.maxInlineBytes),
        ...(path === '-' ? {} : { name: nameIn(asked.files, path).replace(/\.html$/, '') }),
      };
    else if (!isWarc(path)) yield { file: nameIn(asked.files, path) };
    else if (asked.pages === 0) yield { warc: nameIn(asked.files, path) };
    else yield* partsOf(path, nameIn(asked.files, path), asked.pages);
  } catch (error) {
    yield failure(path, error);
  }
}

/** The path of a file from the folder on that files are in. */
function nameIn(folder: string, path: string): string {
  const name = relative(folder, path).replaceAll('\\', '/');
  if (name !== '' && !name.startsWith('../') && resolve(folder, name) === resolve(path) && !/^[a-z]:/i.test(name))
    return name;
  throw Object.assign(
    new Error(`It is not in ${folder}, the folder that files are in: say which is by --files FOLDER`),
    {
      code: 'ERR_NOT_ALLOWED',
    },
  );
}

async function* partsOf(path: string, warc: string, pages: number): AsyncGenerator<JobData> {
  let part: Location[] = [];
  const job = (): JobData => {
    const [first, last] = [part[0] as Location, part.at(-1) as Location];
    return { warc, offset: first.offset, length: last.offset + last.length - first.offset };
  };
  for await (const location of locationsOf(createReadStream(path))) {
    part.push(location);
    if (part.length < pages) continue;
    yield job();
    part = [];
  }
  if (part.length > 0) yield job();
}

/** The text of a document. What is no UTF-8 would not be in a job what it is in a file. */
async function textOf(path: string, most: number): Promise<string> {
  const bytes = await wholeOf(await openSource(path), most);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw coded('ERR_ENCODING', 'It is no UTF-8: send it as a file, without --inline');
  }
}
