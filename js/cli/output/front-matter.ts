import type { About } from '../input/document.js';

const fence = '---\n';

/** Puts what is known of a document before its Markdown, as YAML. Front matter that this has already goes on, and before it in what both say. */
export function withFrontMatter(about: About, markdown: string): string {
  const own = markdown.startsWith(fence) ? markdown.slice(fence.length, markdown.indexOf(`\n${fence}`) + 1) : undefined;
  const lines = Object.entries(about)
    .filter(([key]) => !new RegExp(`^${key}:`, 'm').test(own ?? ''))
    .map(([key, value]) => `${key}: ${scalar(value)}\n`);
  const all = lines.join('');
  if (own !== undefined) return fence + all + markdown.slice(fence.length);
  return `${fence}${all}${fence}${markdown === '' ? '' : `\n${markdown}`}`;
}

// JSON is YAML: https://yaml.org/spec/1.2.2/#12-yaml-history
const scalar = (value: About[string]) =>
  typeof value === 'object' ? `[${value.map(quoted).join(', ')}]` : quoted(value);
const quoted = (value: string | number) => JSON.stringify(value);
