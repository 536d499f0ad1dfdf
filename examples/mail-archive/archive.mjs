// Mail as Markdown: node archive.mjs mail archive
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import PostalMime from 'postal-mime';
import { AsyncConverter } from 'tidemark';

const [folder, out = 'archive'] = process.argv.slice(2);
// clean: pictures that show nothing, such as those that tell a sender of being seen, go.
const converter = new AsyncConverter({ clean: true, dataImages: 'alt' });

const safe = (name) =>
  name
    .replaceAll(/[^\p{L}\p{N}. _-]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 80)
    .trim() || 'nameless';
const person = ({ name, address } = {}) => (name ? `${name} <${address}>` : (address ?? ''));

/** Writes a message: front matter in JSON's syntax, which is YAML's too, its text, and its attachments. */
async function archive(file) {
  const mail = await PostalMime.parse(await readFile(file));
  const date = new Date(mail.date ?? 0).toISOString();
  const place = join(out, safe(`${date.slice(0, 10)} ${mail.subject ?? basename(file)}`));
  await mkdir(place, { recursive: true });

  let html = mail.html;
  const names = new Set();
  for (const { filename, contentId, content } of mail.attachments) {
    let name = safe(filename ?? 'attachment');
    while (names.has(name)) name = `_${name}`;
    names.add(name);
    await writeFile(join(place, name), new Uint8Array(content));
    if (contentId) html = html?.replaceAll(`cid:${contentId.replace(/^<|>$/g, '')}`, encodeURIComponent(name));
  }
  const text = html === undefined ? (mail.text ?? '') : await converter.convert(html);
  const fields = {
    from: person(mail.from),
    to: mail.to?.map(person),
    date,
    subject: mail.subject,
    attachments: [...names],
  };
  const matter = Object.entries(fields).filter(([, value]) => value !== undefined && value.length !== 0);
  const front = matter.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('');
  await writeFile(join(place, 'message.md'), `---\n${front}---\n\n${text.trim()}\n`);
}

const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
let written = 0;
for (const name of names) {
  await archive(join(folder, name)).then(
    () => written++,
    (error) => console.error(`${name}: ${error.message}`),
  );
}
console.log(`${written} of ${names.length} messages in ${out}`);
