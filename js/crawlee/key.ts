import { createHash } from 'node:crypto';

/** Returns a key of a key-value store for an address: it can be read, and no other address has it. */
export function keyOf(url: string): string {
  const readable = url
    .replace(/^\w+:\/\//, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[-.]+|-+$/g, '')
    .slice(0, 200);
  return `${readable}-${createHash('sha256').update(url).digest('hex').slice(0, 12)}`;
}
