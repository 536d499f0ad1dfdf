// Turndown and the same class of this package, set up in the same ways.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import joplin from '@joplin/turndown-plugin-gfm';
import Turndown from 'turndown';
import gfm from 'turndown-plugin-gfm';
import { root } from '../lib/paths.mjs';

export const Ours = createRequire(import.meta.url)(join(root, 'dist', 'turndown.js'));
export { Turndown };

const links = { filter: 'a', replacement: (content, node) => `<${content}|${node.getAttribute('href')}>` };
const items = {
  filter: (node) => node.nodeName === 'LI',
  replacement: (content, _node, options) => `\n${options.bulletListMarker} ${content.trim()}`,
};

/** Ways to set a service up, by their names. */
export const setups = {
  defaults: (Service) => new Service(),
  'atx, fenced, referenced': (Service) =>
    new Service({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', linkStyle: 'referenced' }),
  preformattedCode: (Service) => new Service({ preformattedCode: true, br: '\\' }),
  'keep and remove': (Service) => new Service().keep(['sub', 'sup', 'figure']).remove(['nav', 'footer']),
  'turndown-plugin-gfm': (Service) => new Service().use(gfm.gfm),
  '@joplin/turndown-plugin-gfm': (Service) => new Service().use(joplin.gfm),
  'two rules': (Service) => new Service({ headingStyle: 'atx' }).addRule('links', links).addRule('items', items),
  'escape overridden': (Service) => Object.assign(new Service(), { escape: (text) => text.replaceAll('_', '\\_') }),
};
