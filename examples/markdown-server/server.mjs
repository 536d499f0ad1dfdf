// A folder of HTML as a site that answers agents in Markdown: node server.mjs pages 8080
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tidemark';
import { nodeMarkdown } from 'tidemark/http';

const [folder = 'pages', port = '8080'] = process.argv.slice(2);
const root = await realpath(folder);

/** The file of a path: index.html of a folder. undefined for what is not in the folder. */
async function fileOf(path) {
  try {
    const file = await realpath(join(root, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : ''));
    return file.startsWith(root + sep) && (await stat(file)).isFile() && /\.html?$/.test(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The pages with their titles and descriptions: https://llmstxt.org */
async function llmsText() {
  const names = (await readdir(root, { recursive: true })).filter((name) => /\.html?$/.test(name)).sort();
  const lines = names.map(async (name) => {
    const { metadata } = await extract(createReadStream(join(root, name)), { parts: ['metadata'] });
    const path = `/${encodeURI(name.replaceAll('\\', '/').replace(/(^|\/)index\.html?$/, '$1'))}`;
    return `- [${metadata.title ?? path}](${path})${metadata.description ? `: ${metadata.description}` : ''}\n`;
  });
  return `# Pages\n\n${(await Promise.all(lines)).join('')}`;
}

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/llms.txt') {
    return response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(await llmsText());
  }
  const file = await fileOf(pathname);
  if (file === undefined)
    return response.writeHead(404, { 'content-type': 'text/html' }).end('<p>There is no such page.');
  const { mtimeMs, size } = await stat(file);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    etag: `"${mtimeMs.toString(36)}-${size.toString(36)}"`,
  });
  await pipeline(createReadStream(file), response);
}

const handler = nodeMarkdown(
  (request, response) => {
    answer(request, response).catch(() => response.destroy());
  },
  { content: 'main', preset: 'llm', onError: (error) => console.error(error.message) },
);

const server = createServer(handler).listen(Number(port), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
