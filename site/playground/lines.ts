// What a document shows, as lines of text: each block is one, and begins with a sign of what it is.
const signs: Readonly<Record<string, string>> = {
  H1: '# ',
  H2: '## ',
  H3: '### ',
  H4: '#### ',
  H5: '##### ',
  H6: '###### ',
  LI: '- ',
  BLOCKQUOTE: '> ',
  TR: '| ',
  DT: '',
  DD: '',
};

const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4
  H5 H6 HEADER HR LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL`.split(/\s+/),
);
const unseen = new Set('HEAD NOSCRIPT SCRIPT STYLE SVG TEMPLATE TITLE'.split(' '));

const isUnseen = (element: Element) =>
  unseen.has(element.nodeName.toUpperCase()) ||
  element.hasAttribute('hidden') ||
  element.classList.contains('footnote-backref');

/** Returns the lines that a document shows, in the order of its text. */
export function linesOf(body: Element): string[] {
  const lines: string[] = [];
  let line = '';
  let sign = '';
  const end = () => {
    const text = line.replaceAll(/\s+/g, ' ').trim();
    if (text !== '') {
      lines.push(sign + text);
      sign = '';
    }
    line = '';
  };
  const enter = (element: Element) => {
    const { nodeName } = element;
    if (blocks.has(nodeName)) {
      end();
      sign = signs[nodeName] ?? sign; // a paragraph that begins an item has the sign of the item
    } else if (nodeName === 'BR') line += ' ';
    else if (nodeName === 'TD' || nodeName === 'TH') line += line.trim() === '' ? '' : ' | ';
    else if (nodeName === 'IMG' && element.getAttribute('alt')) line += `[${element.getAttribute('alt')}]`;
  };
  const leave = ({ nodeName }: Node) => {
    if (!blocks.has(nodeName)) return;
    end();
    if (nodeName in signs) sign = '';
  };
  // Documents may be deeper than calls can be.
  let node: Node = body;
  for (;;) {
    const isSeen = !(node instanceof Element) || !isUnseen(node);
    if (node.nodeType === Node.TEXT_NODE) line += node.nodeValue ?? '';
    else if (isSeen && node instanceof Element) enter(node);
    if (isSeen && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    while (node !== body && node.nextSibling === null) {
      node = node.parentNode as Node;
      leave(node);
    }
    if (node === body) break;
    leave(node);
    node = node.nextSibling as Node;
  }
  end();
  return lines;
}

/** Returns what HTML shows, as lines. Nothing in it is run or loaded. */
export const linesOfHtml = (html: string): string[] => linesOf(new DOMParser().parseFromString(html, 'text/html').body);
