import { escapeText } from './escape.js';
import type { ReplacementFunction, Rule, TurndownElement, TurndownOptions } from './types.js';

// The rules that the engine has built in, as functions: for those who call, take out or replace one. What the engine writes without
// being asked and what these write is the same.

const trimNewlines = (text: string) => text.replace(/^\n+|\n+$/g, '');
const block = (text: string) => `\n\n${text}\n\n`;

function holdsCode(node: TurndownElement): boolean {
  return node.nodeName === 'PRE' && node.firstChild?.nodeName === 'CODE';
}

function isLink(node: TurndownElement): boolean {
  return node.nodeName === 'A' && (node.getAttribute('href') ?? '') !== '';
}

/** The value of an attribute without blank lines. */
function linesOf(node: TurndownElement, name: string): string {
  return (node.getAttribute(name) ?? '').replace(/\n\s*/g, '\n');
}

function target(node: TurndownElement, attribute: string): string {
  const address = (node.getAttribute(attribute) ?? '').replace(/[()<>]/g, '\\$&');
  const title = linesOf(node, 'title').replaceAll('"', '\\"');
  return `${address.includes(' ') ? `<${address}>` : address}${title === '' ? '' : ` "${title}"`}`;
}

function listItem(content: string, node: TurndownElement, options: TurndownOptions): string {
  const list = node.parentNode as unknown as TurndownElement | null;
  let marker = `${options.bulletListMarker}   `;
  if (list?.nodeName === 'OL') {
    const start = list.getAttribute('start');
    const index = Array.prototype.indexOf.call(list.children, node);
    marker = `${(start ? Number(start) : 1) + index}.  `;
  }
  const text = trimNewlines(content) + (content.endsWith('\n') ? '\n' : '');
  return marker + text.replaceAll('\n', `\n${' '.repeat(marker.length)}`) + (node.nextSibling ? '\n' : '');
}

function heading(content: string, node: TurndownElement, options: TurndownOptions): string {
  const level = Number(node.nodeName.charAt(1));
  if (options.headingStyle !== 'setext' || level > 2) return block(`${'#'.repeat(level)} ${content}`);
  return block(`${content}\n${(level === 1 ? '=' : '-').repeat(content.length)}`);
}

function list(content: string, node: TurndownElement): string {
  const parent = node.parentNode as unknown as TurndownElement | null;
  return parent?.nodeName === 'LI' && (parent.lastElementChild as unknown) === node ? `\n${content}` : block(content);
}

function fencedCode(node: TurndownElement, options: TurndownOptions): string {
  const code = node.firstChild as unknown as TurndownElement;
  const language = /language-(\S+)/.exec(code.getAttribute('class') ?? '')?.[1] ?? '';
  const text = code.textContent ?? '';
  const character = String(options.fence).charAt(0);
  let size = 3;
  for (const line of text.split('\n')) {
    let run = 0;
    while (line.charAt(run) === character) run++;
    if (run >= size) size = run + 1;
  }
  const fence = character.repeat(size);
  return block(`${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`);
}

function code(content: string): string {
  if (content === '') return '';
  const text = content.replace(/\r\n?|\n/g, ' ');
  const runs = new Set(text.match(/`+/g));
  let delimiter = '`';
  while (runs.has(delimiter)) delimiter += '`';
  const padding = /^`|^ .*[^ ].* $|`$/.test(text) ? ' ' : '';
  return delimiter + padding + text + padding + delimiter;
}

function delimited(option: 'emDelimiter' | 'strongDelimiter'): ReplacementFunction {
  return (content, _node, options) => (content.trim() === '' ? '' : `${options[option]}${content}${options[option]}`);
}

/** Returns rules of a service's own, by their names in Turndown, in their order. */
export function commonmarkRules(): Record<string, Rule> {
  const referenceLink = {
    filter: (node: TurndownElement, options: TurndownOptions) => options.linkStyle === 'referenced' && isLink(node),
    replacement(content: string, node: TurndownElement, options: TurndownOptions): string {
      const style = options.linkReferenceStyle;
      const isNamed = style === 'collapsed' || style === 'shortcut';
      const name = isNamed ? content : String(referenceLink.references.length + 1);
      referenceLink.references.push(`[${name}]: ${target(node, 'href')}`);
      if (style === 'shortcut') return `[${content}]`;
      return `[${content}][${isNamed ? '' : name}]`;
    },
    references: [] as string[],
    append(): string {
      const definitions = referenceLink.references.join('\n');
      referenceLink.references = [];
      return definitions === '' ? '' : block(definitions);
    },
  };
  return {
    paragraph: { filter: 'p', replacement: block },
    lineBreak: { filter: 'br', replacement: (_content, _node, options) => `${options.br}\n` },
    heading: { filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], replacement: heading },
    blockquote: {
      filter: 'blockquote',
      replacement: (content) => block(trimNewlines(content).replace(/^/gm, '> ')),
    },
    list: { filter: ['ul', 'ol'], replacement: list },
    listItem: { filter: 'li', replacement: listItem },
    indentedCodeBlock: {
      filter: (node, options) => options.codeBlockStyle === 'indented' && holdsCode(node),
      replacement: (_content, node) => block(`    ${(node.firstChild?.textContent ?? '').replaceAll('\n', '\n    ')}`),
    },
    fencedCodeBlock: {
      filter: (node, options) => options.codeBlockStyle === 'fenced' && holdsCode(node),
      replacement: (_content, node, options) => fencedCode(node, options),
    },
    horizontalRule: { filter: 'hr', replacement: (_content, _node, options) => block(`${options.hr}`) },
    inlineLink: {
      filter: (node, options) => options.linkStyle === 'inlined' && isLink(node),
      replacement: (content, node) => `[${content}](${target(node, 'href')})`,
    },
    referenceLink,
    emphasis: { filter: ['em', 'i'], replacement: delimited('emDelimiter') },
    strong: { filter: ['strong', 'b'], replacement: delimited('strongDelimiter') },
    code: {
      filter: (node) => {
        const isAlone = !node.previousSibling && !node.nextSibling;
        return node.nodeName === 'CODE' && !(isAlone && node.parentNode?.nodeName === 'PRE');
      },
      replacement: code,
    },
    image: {
      filter: 'img',
      replacement: (_content, node) =>
        (node.getAttribute('src') ?? '') === '' ? '' : `![${escapeText(linesOf(node, 'alt'))}](${target(node, 'src')})`,
    },
  };
}
