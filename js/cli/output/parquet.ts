import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Row, Sink } from './sink.js';
import type { Stream } from './stream.js';

// A group of rows is in memory until it is written. Smaller ones would not compress as well.
const mostBytes = 16 * 1024 * 1024;
const mostRows = 10_000;

interface Column {
  readonly name: string;
  readonly type: 'STRING' | 'JSON';
}

const texts = ['source', 'url', 'date', 'digest', 'title', 'language'];
const contents = ['markdown', 'text', 'html'];

/**
 * A table with a row for each result. It has a column for each text that a web archive and a document have, for the content, for each part that is
 * asked for, as JSON, and for what else is known, by name.
 */
export function parquet(stream: Stream, content: string, parts: readonly string[]): Sink {
  const json = parts.filter((part) => !contents.includes(part));
  const columns: readonly Column[] = [
    ...[...texts, content].map((name) => ({ name, type: 'STRING' as const })),
    ...[...new Set([...json, 'more'])].map((name) => ({ name, type: 'JSON' as const })),
  ];
  const table = new Table(stream, columns);
  return { atATime: 1, write: (_target, result) => table.add(result as Row), end: () => table.end() };
}

class Table {
  readonly #stream: Stream;
  readonly #columns: readonly Column[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #rows: unknown[][] = [];
  #size = 0;

  constructor(stream: Stream, columns: readonly Column[]) {
    this.#stream = stream;
    this.#columns = columns;
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaFromColumnData({ columnData: this.#columnData([]) }),
      createdBy: 'tidemark',
    });
  }

  async add(row: Row): Promise<void> {
    const values = this.#columns.map(({ name }) => (name === 'more' ? this.#moreOf(row) : (row[name] ?? null)));
    this.#rows.push(values);
    for (const value of values) this.#size += sizeOf(value);
    if (this.#size >= mostBytes || this.#rows.length >= mostRows) await this.#writeGroup();
  }

  async end(): Promise<void> {
    await this.#writeGroup();
    this.#writer.finish();
    await this.#flush();
    await this.#stream.end();
  }

  /** What a row has that is in no column. */
  #moreOf(row: Row): Row | null {
    const known = new Set(['format', ...this.#columns.map(({ name }) => name)]);
    const more = Object.entries(row).filter(([name, value]) => !known.has(name) && !isEmpty(value));
    return more.length === 0 ? null : Object.fromEntries(more);
  }

  async #writeGroup(): Promise<void> {
    if (this.#rows.length === 0) return;
    this.#writer.write({ columnData: this.#columnData(this.#rows), rowGroupSize: this.#rows.length });
    this.#rows = [];
    this.#size = 0;
    await this.#flush();
  }

  #columnData(rows: readonly unknown[][]): ColumnSource[] {
    return this.#columns.map((column, i) => ({ ...column, data: rows.map((row) => row[i]) }));
  }

  async #flush(): Promise<void> {
    await this.#stream.write(this.#bytes.getBytes());
    this.#bytes.index = 0;
  }
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

function sizeOf(value: unknown): number {
  if (value === null) return 0;
  return (typeof value === 'string' ? value : JSON.stringify(value)).length;
}
