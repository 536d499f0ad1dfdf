// mdream with its native engine. Its presets (`minimal`, `clean`) drop content and are off.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { versionOf } from '../lib/package.mjs';

export const name = 'mdream';
export const version = () => versionOf('mdream');

export async function open() {
  const { htmlToMarkdown, streamHtmlToMarkdown } = await import('mdream');
  return {
    convertSync: (html) => htmlToMarkdown(html),
    streams: {
      streamHtmlToMarkdown: (source, sink) => pipeline(streamHtmlToMarkdown(Readable.toWeb(source)), sink),
    },
  };
}
