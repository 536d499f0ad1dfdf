import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig, type PageData } from 'vitepress';
import { withPolicy } from './csp.js';
import { anchorOf, linkToPages } from './links.js';
import { excluded, pageOf, root, sidebar } from './pages.js';
import { withoutExpressions } from './plain.js';

// Pages lie outside of this folder, where no Vue is found. Who renders them has it.
const vueOfTheSite: Plugin = {
  name: 'vue-of-the-site',
  enforce: 'pre',
  resolveId: (id, _, { ssr }) => (ssr && /^vue(?:\/|$)/.test(id) ? { id, external: true } : undefined),
};

// The options are one wide table without sections: it has the room that the list of sections has elsewhere.
const withRoom = ({ relativePath, frontmatter }: PageData) =>
  relativePath === 'options.md' ? { frontmatter: { ...frontmatter, aside: false, pageClass: 'wide-page' } } : undefined;

const base = process.env['SITE_BASE'] ?? '/';

export default defineConfig({
  title: 'Tidemark',
  description: 'HTML to Markdown for Node.js that never holds the event loop',
  lang: 'en',
  base,
  srcDir: root,
  srcExclude: excluded(),
  rewrites: (file) => pageOf(file) ?? file,
  outDir: join(root, 'build', 'site', 'html'),
  cacheDir: join(root, 'build', 'site', 'cache'),
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` }]],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: anchorOf },
    toc: { slugify: anchorOf },
    config(md) {
      linkToPages(md);
      withoutExpressions(md);
    },
  },
  themeConfig: {
    logo: { src: '/icon.svg', alt: '' },
    nav: [
      { text: 'Start', link: '/start' },
      { text: 'Options', link: '/options' },
      { text: 'API', link: '/api/' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
    externalLinkIcon: true,
  },
  transformPageData: withRoom,
  transformHtml: withPolicy,
  vite: {
    publicDir: join(root, 'site', 'public'),
    resolve: {
      alias: {
        'tidemark/worker': join(root, 'dist', 'web', 'worker.mjs'),
        '@tidemark/wasm/worker': join(root, 'build', 'wasm', 'worker.mjs'),
        '@tidemark/wasm': join(root, 'build', 'wasm', 'browser.mjs'),
      },
    },
    plugins: [vueOfTheSite],
    worker: { format: 'es' },
    build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
  },
});
