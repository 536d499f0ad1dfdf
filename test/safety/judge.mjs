// Tells what is in rendered HTML that its document does not show.
import { parse, parseFragment, defaultTreeAdapter as tree } from 'parse5';

const words = (text) => new Set(text.trim().split(/\s+/));

// What Markdown is rendered to. Of other elements those are allowed that the document has, but for what loads or runs something.
const ofMarkdown =
  words(`a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr img input li ol p pre s section strong sup table tbody
  td th thead tr ul`);
const active = words('applet base embed form frame iframe link math meta object script style svg template');
const attributes =
  words(`align alt checked class colspan data-footnote-backref data-footnote-ref data-footnotes dir disabled href id
  role rowspan scope src start title type`);
const alignment = /^text-align: ?(left|center|right);?$/;
const aria = /^aria-(describedby|label|labelledby|hidden)$/;

function* elements(parent) {
  for (const node of tree.getChildNodes(parent)) {
    yield node;
    if (node.childNodes) yield* elements(node);
    if (node.content) yield* elements(node.content);
  }
}

const clean = (address) => address.replaceAll(/^[\0- ]+|[\0- ]+$|[\t\n\r]/g, '');

/** An address as it is compared: without what readers write in one way or another. */
function normal(address, base = 'https://this.invalid/') {
  const cleaned = clean(address);
  const url = URL.canParse(cleaned, base) ? new URL(cleaned, base).href : cleaned;
  return decoded(url);
}

/** The bytes of an address, so that it does not matter which are percent-encoded. */
function decoded(url) {
  const bytes = Buffer.from(url).toString('latin1');
  const all = bytes.replaceAll(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return all.replaceAll('\\', '/').toLowerCase();
}

/** Schemes that hold a program, for browsers and for readers that see no white space of any kind. */
function isActive(address) {
  return /^(javascript|vbscript|data):/i.test(address.replaceAll(/^[\p{Z}\p{C}\s]+|[\t\n\r]/gu, ''));
}

/** What a document shows: the names of its elements, and all that may be an address in it. */
function shownBy(html, { baseUrl }) {
  // links: their texts, and their titles; texts: of each node and attribute, and of all nodes in one
  const shown = { names: new Set(), addresses: new Set(), links: [], texts: [] };
  const values = [];
  const bases = [undefined, baseUrl];
  const root = parse(html);
  for (const node of elements(root)) {
    if (tree.isTextNode(node)) shown.texts.push(node.value);
    if (!node.tagName) continue;
    shown.names.add(node.tagName);
    if (node.tagName === 'a' || node.tagName === 'iframe') shown.links.push(textOf(node));
    for (const { name, value } of node.attrs) if (name === 'title') shown.links.push(value);
    for (const { name, value } of node.attrs) {
      values.push(value, ...(name === 'srcset' ? [value.replace(/^[\t\n\f\r ,]+/, '').split(/[\t\n\f\r ]/)[0]] : []));
      if (node.tagName === 'base' && URL.canParse(clean(value), baseUrl))
        bases.push(new URL(clean(value), baseUrl).href);
    }
  }
  shown.texts.push(...values, wordsOf(root));
  for (const base of new Set(bases)) for (const value of values) shown.addresses.add(normal(value, base));
  return shown;
}

// A word goes on into these.
const withinWords = words(`a b cite del em i ins mark q s span strong u`);

function wordsOf(node) {
  if (tree.isTextNode(node)) return node.value;
  if (node.tagName === 'img') return node.attrs.find(({ name }) => name === 'alt')?.value ?? '';
  const within = (node.childNodes ?? []).map((child) => wordsOf(child)).join('');
  return withinWords.has(node.tagName) ? within : `\n${within}`;
}

const textOf = (node) =>
  tree.isTextNode(node) ? node.value : (node.childNodes ?? []).map((child) => textOf(child)).join('');

/** Whether text is a whole address in what the document says: it goes on up to white space, but for the punctuation of a sentence. */
function holdsAddress(shown, text) {
  const isMailbox = text.includes('@') && !text.includes('//');
  return shown.texts.some((all) =>
    all
      .split(text)
      .slice(1)
      .some((rest) => isMailbox || /^[?!.,:)"']*([\s\u0085]|$)/.test(rest)),
  );
}

// A bare address is a link to readers that make such, which is what the option says of them. linkify-it guesses that a name is
// one of a host. And cmark-gfm looks for e-mail addresses when it has forgotten what had an escape.
function isBareLink(text, href, reader, shown, options) {
  const { gfm = true } = options;
  const kept = options.escape !== 'strict' && holdsAddress(shown, text);
  const known = gfm === false || gfm.autolinks === false;
  const guessed = reader === 'markdown-it' && !/^www\.|^[a-z]+:|^[^/]*@/i.test(text);
  if ((known || guessed || kept) && /^(mailto:|https?:).*xn--/.test(href)) return true; // The name of a host in another script.
  const mail = reader === 'cmark-gfm' && text.includes('@');
  return (
    (known || guessed || kept || mail) &&
    ['', 'http://', 'mailto:'].some((scheme) => decoded(scheme + text) === decoded(href))
  );
}

// Of some links marked sees only the address, or a part of it, in its text too.
function isPart(text, href, reader, shown) {
  if (reader !== 'marked' || !/^(https?:|ftp:|mailto:|xmpp:)/i.test(href)) return false;
  const start = normal(
    href
      .replaceAll('&amp;', '&')
      .replaceAll(/%5c/gi, '')
      .replace(/[)\]].*$/, ''),
  );
  const seen = text.replaceAll('&lt;', '<').replace(/[)\]].*$/, '');
  return (
    shown.links.some((link) => link.includes(seen)) || Array.from(shown.addresses).some((a) => a.startsWith(start))
  );
}

// What refers to a footnote is a link to readers without footnotes, by what comes first in it. It must not lead elsewhere.
function isFootnote(href, reader, markdown) {
  return /^mark/.test(reader) && !/^[a-z][a-z\d+.-]*:|^\/\//i.test(href) && /\[\^[\w-]+\]: /.test(markdown);
}

function* complaintsOf(node, shown, reader, { options, markdown }) {
  // An empty one keeps items without content from being a thematic break.
  if ((tree.isCommentNode(node) && node.data !== ' ') || tree.isDocumentTypeNode(node)) yield 'a comment';
  if (!node.tagName) return;
  const name = node.tagName;
  if (active.has(name) || !(ofMarkdown.has(name) || shown.names.has(name))) yield `<${name}>`;
  if (name === 'input' && !node.attrs.some((a) => a.name === 'type' && a.value === 'checkbox')) yield '<input>';
  for (const { name: attribute, value } of node.attrs) {
    if (attribute === 'style' && alignment.test(value)) continue;
    if (!attributes.has(attribute) && !aria.test(attribute)) yield `${attribute}="${value}"`;
    if (attribute !== 'href' && attribute !== 'src') continue;
    const isImage = attribute === 'src' && /^\s*data:/i.test(value) && options.dataImages === 'keep';
    if (isActive(value) && !isImage) yield `${attribute}="${value}"`;
    if (shown.addresses.has(normal(value)) || (attribute === 'href' && value.startsWith('#'))) continue;
    const text = textOf(node);
    if (name === 'a' && (isBareLink(text, value, reader, shown, options) || isPart(text, value, reader, shown)))
      continue;
    if (name === 'a' && isFootnote(value, reader, markdown)) continue;
    yield `${attribute}="${value}", which the document does not have`;
  }
}

/** Judges what each reader made of a document. Gives what is wrong by reader. */
export function judge(document, rendered) {
  const shown = shownBy(document.html, document.options);
  const wrong = {};
  for (const [reader, output] of Object.entries(rendered)) {
    const nodes = Array.from(elements(parseFragment(output)));
    const complaints = nodes.flatMap((node) => Array.from(complaintsOf(node, shown, reader, document)));
    if (complaints.length > 0) wrong[reader] = complaints;
  }
  return wrong;
}

const frontMatterStart = /^\uFEFF?(---|\+\+\+|;;;|\{|%|#\+)/;

/** The Markdown without the front matter that was asked for; what is wrong with how it begins. */
export function withoutFrontMatter(markdown, { frontmatter = false }) {
  const front = frontmatter && /^---\n(?:\w+: .*\n)+---(?:\n\n|$)/.exec(markdown);
  const body = front ? markdown.slice(front[0].length) : markdown;
  return { body, wrong: frontMatterStart.test(body) ? 'it begins like front matter' : undefined };
}
