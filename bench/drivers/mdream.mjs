// mdream with its native engine. Its presets (`minimal`, `clean`) drop content and are off.
import { versionOf } from '../lib/package.mjs';

export const name = 'mdream';
export const version = () => versionOf('mdream');

export async function open() {
  const { htmlToMarkdown } = await import('mdream');
  return { convertSync: (html) => htmlToMarkdown(html) };
}
