// Builds the site, build/site/html, and checks that all its links lead somewhere. Prints how much it is.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vitepress';
import { checkLinks } from './links.mjs';

const site = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(site, '..', 'build', 'site');

const start = performance.now();
rmSync(folder, { recursive: true, force: true });
await import('./reference.mjs');
await build(site);
const { pages, links, broken } = checkLinks(join(folder, 'html'), process.env.SITE_BASE ?? '/');
const seconds = ((performance.now() - start) / 1000).toFixed(1);
for (const link of broken) console.error(`broken: ${link}`);
console.log(`site: ${pages} pages in ${seconds} s, ${links} links, ${broken.length} broken`);
if (broken.length > 0) process.exitCode = 1;
