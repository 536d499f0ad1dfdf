// The parts of an extraction, each as a table: what its rows are, and what of them is shown.
import type { Extraction } from 'tidemark';

export interface Part {
  readonly name: string;
  /** The rows, or undefined if they were not asked for. */
  rows(extraction: Extraction): readonly object[] | undefined;
  readonly columns: readonly string[];
}

const fieldsOf = (object: object): object[] =>
  Object.entries(object).flatMap(([field, value]) => (field === 'sources' ? [] : [{ field, value }]));

export const parts: readonly Part[] = [
  {
    name: 'Metadata',
    rows: ({ metadata, content }) => (metadata || content) && [...fieldsOf(metadata ?? {}), ...fieldsOf(content ?? {})],
    columns: ['field', 'value'],
  },
  { name: 'Headings', rows: ({ headings }) => headings, columns: ['level', 'text', 'id', 'path', 'html', 'markdown'] },
  { name: 'Links', rows: ({ links }) => links, columns: ['text', 'url', 'where', 'internal', 'title', 'rel'] },
  { name: 'Images', rows: ({ images }) => images, columns: ['alt', 'url', 'caption', 'width', 'height', 'where'] },
  { name: 'Tables', rows: ({ tables }) => tables, columns: [] },
  { name: 'Code', rows: ({ code }) => code, columns: ['language', 'text'] },
  { name: 'Footnotes', rows: ({ footnotes }) => footnotes, columns: ['label', 'text'] },
  { name: 'Chunks', rows: ({ chunks }) => chunks, columns: [] },
];

/** Returns a field of a row as text. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (!Array.isArray(value)) return typeof value === 'object' ? Object.values(value).join(' · ') : String(value);
  if (value.length === 2 && value.every((one) => typeof one === 'number')) return value.join('–');
  return value.map(textOf).join(' › ');
}
