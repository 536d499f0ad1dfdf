// The posts of a CMS as Markdown: node migrate.mjs export.json content
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import TurndownService from 'tidemark/turndown';

const [source, folder = 'content'] = process.argv.slice(2);
const { posts } = JSON.parse(await readFile(source, 'utf8'));

// As it stood in the script that used Turndown. Only the import has changed, and turndown() to turndownAsync().
const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' });

// Cards of the editor become shortcodes of the new site.
service.addRule('bookmark', {
  filter: (node) => node.nodeName === 'FIGURE' && /\bkg-bookmark-card\b/.test(node.getAttribute('class') ?? ''),
  replacement: (_, node) => `\n\n{{< bookmark "${node.querySelector('a').getAttribute('href')}" >}}\n\n`,
});
service.addRule('figure', {
  filter: (node) => node.nodeName === 'FIGURE' && node.querySelector('img') !== null,
  replacement(_, node) {
    const [image, caption] = [node.querySelector('img'), node.querySelector('figcaption')];
    return `\n\n![${caption?.textContent ?? image.getAttribute('alt') ?? ''}](${image.getAttribute('src')})\n\n`;
  },
});
service.keep(['iframe']);

/** Front matter in JSON's syntax, which is YAML's too. */
const frontMatter = (fields) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');

await mkdir(folder, { recursive: true });
const outcomes = await Promise.allSettled(
  posts.map(async ({ slug, title, published_at: date, tags, html }) => {
    if (!/^[\w-]+$/.test(slug)) throw new Error(`Expected a slug of letters, digits and hyphens but received ${slug}`);
    const markdown = await service.turndownAsync(html, { timeout: 60_000 });
    await writeFile(join(folder, `${slug}.md`), `---\n${frontMatter({ title, date, tags })}---\n\n${markdown}\n`);
  }),
);
outcomes.forEach(({ status, reason }, i) => {
  if (status === 'rejected') console.error(`${posts[i].slug}: ${reason.message}`);
});
console.log(`${outcomes.filter(({ status }) => status === 'fulfilled').length} of ${posts.length} posts in ${folder}`);
