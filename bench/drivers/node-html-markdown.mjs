// node-html-markdown: ATX headings and tables are its defaults.
import { versionOf } from '../lib/package.mjs';

export const name = 'node-html-markdown';
export const version = () => versionOf('node-html-markdown');

export async function open() {
  const { NodeHtmlMarkdown } = await import('node-html-markdown');
  const converter = new NodeHtmlMarkdown({ codeBlockStyle: 'fenced', keepDataImages: true, useInlineLinks: true });
  return { convertSync: (html) => converter.translate(html) };
}
