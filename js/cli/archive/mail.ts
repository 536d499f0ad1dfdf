import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { coded } from '../../files/coded.js';
import type { About } from '../input/document.js';
import type { Content } from './container.js';
import { escaped, htmlOfText } from './plain-text.js';

/** Reads a message, or a page that was saved as one: its HTML, or else its text. */
export async function readMail(bytes: Uint8Array, pictures: boolean): Promise<Content> {
  if (hasTooManyLines(bytes))
    throw coded('ERR_INPUT_TOO_LARGE', `It has more than ${mostShortLines} lines that are short`);
  const mail = await PostalMime.parse(bytes).catch((error) =>
    Promise.reject(coded('ERR_MESSAGE', `It is not a valid message: ${error.message}`)),
  );
  const html = mail.html ?? htmlOfText(mail.text ?? '');
  const location = headerOf(mail, 'snapshot-content-location') ?? headerOf(mail, 'content-location');
  return {
    html: withPictures(html, mail.attachments, pictures),
    about: location === undefined ? aboutOf(mail) : { url: location },
    ...(location === undefined ? {} : { options: { baseUrl: location } }),
  };
}

// Whoever reads it takes some kilobytes for each line, which attachments are not made of: theirs have 76 characters, and are decoded as they come.
const mostShortLines = 100_000;
const usualLine = 64;

function hasTooManyLines(bytes: Uint8Array): boolean {
  let left = mostShortLines + bytes.length / usualLine;
  for (let at = bytes.indexOf(0x0a); at >= 0 && left > 0; at = bytes.indexOf(0x0a, at + 1)) left--;
  return left <= 0;
}

const headerOf = ({ headers }: Email, name: string) => headers.find(({ key }) => key === name)?.value.trim();

function aboutOf({ subject, from, to, cc, date, messageId, attachments }: Email): About {
  const files = attachments.flatMap(({ related, filename }) => (related || filename === null ? [] : filename));
  const lists = { to: named(to), cc: named(cc), attachments: files };
  return {
    ...(subject && { title: subject }),
    ...(from && { from: named([from]).join(', ') }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(date && { date }),
    ...(messageId && { messageId }),
  };
}

function named(addresses: readonly Address[] = []): string[] {
  return addresses.flatMap((address) => {
    if (address.group !== undefined) return named(address.group);
    return address.name === '' ? address.address : `${address.name} <${address.address}>`;
  });
}

/**
 * Puts pictures that come with a message where it shows them. If they are not wanted they are empty, so that what they say in words is written: an
 * address within a message leads nowhere outside it. https://www.rfc-editor.org/rfc/rfc2392
 */
function withPictures(html: string, attachments: readonly Attachment[], wanted: boolean): string {
  const found = new Map(attachments.map((file) => [file.contentId?.replace(/^<|>$/g, ''), file]));
  return html.replaceAll(/(?<=["'\s=(])cid:([^"'\s>)]+)/gi, (_, id: string) => {
    const { mimeType, content } = found.get(decoded(id)) ?? {};
    if (!wanted || mimeType === undefined || !(content instanceof ArrayBuffer)) return 'data:,';
    return `data:${escaped(mimeType)};base64,${Buffer.from(content).toString('base64')}`;
  });
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
