// Buffers that are overwritten, or transferred, as soon as the call is made.
export default async function buffers({ tidemark, document, call, check }) {
  const { text, ...page } = document(200_000);
  const encoding = 'utf-8';
  const kept = Buffer.from(text);
  const moved = new TextEncoder().encode(text).buffer;
  const calls = [call(() => tidemark.convert(kept, { encoding })), call(() => tidemark.convert(moved, { encoding }))];
  kept.fill(0);
  structuredClone(moved, { transfer: [moved] });
  for (const markdown of await Promise.all(calls)) check(page, markdown);
}
