// turndown with the GFM plugin, on the DOM that it brings along.
import { versionOf } from '../lib/package.mjs';

export const name = 'turndown';
export const version = () => versionOf('turndown');

export async function open() {
  const [{ default: TurndownService }, { default: plugin }] = await Promise.all([
    import('turndown'),
    import('@joplin/turndown-plugin-gfm'),
  ]);
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  const withRules = (rules) => {
    const ruled = new TurndownService();
    for (const { tag, write } of rules) ruled.addRule(tag, { filter: tag, replacement: write });
    return { convertSync: (html) => ruled.turndown(html) };
  };
  service.use(plugin.gfm);
  // It would write the code of these out as text.
  service.remove(['script', 'style', 'noscript', 'template', 'title']);
  return { convertSync: (html) => service.turndown(html), withRules };
}
