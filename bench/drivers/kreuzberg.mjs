// @kreuzberg/html-to-markdown-node. Escaping is off by default, and its pre-processing drops navigation and forms: neither
// would give back the page.
import { createRequire } from 'node:module';
import { versionOf } from '../lib/package.mjs';

export const name = '@kreuzberg/html-to-markdown-node';
export const version = () => versionOf(name);

const options = {
  headingStyle: 'Atx',
  codeBlockStyle: 'Backticks',
  escapeAsterisks: true,
  escapeUnderscores: true,
  escapeMisc: true,
  autolinks: true,
  brInTables: true,
  extractMetadata: false,
  preprocessing: { enabled: false, removeNavigation: false, removeForms: false },
};

/** Opens a package with this interface: this one, or its successor. */
export function openPackage(name) {
  const { convert } = createRequire(import.meta.url)(name);
  return { convertSync: (html) => convert(html, options).content ?? '' };
}

export const open = async () => openPackage(name);
