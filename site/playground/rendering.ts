// What is shown in frames: the page itself, and the page that its Markdown is rendered to.
import { alert } from '@mdit/plugin-alert';
import { footnote } from '@mdit/plugin-footnote';
import { tasklist } from '@mdit/plugin-tasklist';
import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';

const reader = new MarkdownIt({ html: true, linkify: true }).use(footnote).use(tasklist, { disabled: true }).use(alert);
reader.linkify.set({ fuzzyLink: false });

const frontMatter = /^---\n[\s\S]*?\n---\n/;

// A browser may connect to a host before it looks at the policy of the page: what would be loaded has no address.
const loading = new Set(['background', 'poster', 'src', 'srcset']);
DOMPurify.addHook('uponSanitizeAttribute', (_, attribute) => {
  if (loading.has(attribute.attrName) && !attribute.attrValue.startsWith('data:')) attribute.keepAttr = false;
});

/** Returns the HTML that Markdown is rendered to, without what would run or be loaded. */
export const render = (markdown: string): string =>
  DOMPurify.sanitize(reader.render(markdown.replace(frontMatter, '')));

// A frame runs nothing and asks nothing of anybody, whatever is in it. It has no scripts by its sandbox, either.
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`;
const style = `<style>body { font: 15px/1.6 system-ui, sans-serif; margin: 16px; overflow-wrap: anywhere }
table { border-collapse: collapse } td, th { border: 1px solid #bbb; padding: 4px 8px } img { max-width: 100% }
pre { background: #f5f5f5; padding: 8px; overflow: auto } blockquote, .markdown-alert { border-left: 4px solid #bbb; margin-left: 0; padding-left: 12px }
</style>`;

/** Returns the document of a frame that shows a page, without what would run or be loaded. */
export function frameOfPage(html: string): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  return `${doctype}${policy}${DOMPurify.sanitize(html, { WHOLE_DOCUMENT: true })}`;
}

/** Returns the document of a frame that shows HTML that was rendered. */
export const frameOfRendering = (html: string): string => `<!doctype html>${policy}${style}${html}`;
