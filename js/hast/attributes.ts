// The names of attributes for the names of properties that hast has: those of the DOM, and beside them a few of its own. A test compares
// all of them to the list that the makers of hast keep.

const ofHtml: Readonly<Record<string, string>> = {
  acceptCharset: 'accept-charset',
  className: 'class',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  xmlnsXLink: 'xmlns:xlink',
};

// Those of SVG 1.1, SVG 2 and SVG Tiny 1.2 with hyphens; the case of all others is the parser's concern.
const hyphenated =
  'accent-height alignment-baseline arabic-form baseline-shift cap-height clip-path clip-rule color-interpolation color-interpolation-filters ' +
  'color-profile color-rendering dominant-baseline enable-background fill-opacity fill-rule flood-color flood-opacity font-family font-size ' +
  'font-size-adjust font-stretch font-style font-variant font-weight glyph-name glyph-orientation-horizontal glyph-orientation-vertical ' +
  'horiz-adv-x horiz-origin-x horiz-origin-y image-rendering letter-spacing lighting-color marker-end marker-mid marker-start mask-type ' +
  'nav-down nav-down-left nav-down-right nav-left nav-next nav-prev nav-right nav-up nav-up-left nav-up-right overline-position ' +
  'overline-thickness paint-order panose-1 pointer-events rendering-intent shape-rendering stop-color stop-opacity strikethrough-position ' +
  'strikethrough-thickness stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width ' +
  'text-anchor text-decoration text-rendering transform-origin underline-position underline-thickness unicode-bidi unicode-range units-per-em ' +
  'v-alphabetic v-hanging v-ideographic v-mathematical vector-effect vert-adv-y vert-origin-x vert-origin-y word-spacing writing-mode x-height';

const ofSvg = new Map(hyphenated.split(' ').map((name) => [name.replaceAll('-', ''), name]));

const separatedByCommas = new Set(['accept', 'coords', 'exportparts', 'g1', 'g2', 'glyphname']);

const notInNames = /[\s"'<>/=]|\0/;

/** Returns the name of a property's attribute; undefined if there can be none. */
export function attributeOf(property: string, inSvg: boolean): string | undefined {
  const lower = property.toLowerCase();
  const name = ofHtml[property] ?? (inSvg ? ofSvg.get(lower) : undefined) ?? spelt(property, lower);
  return name === '' || notInNames.test(name) ? undefined : name;
}

function spelt(property: string, lower: string): string {
  if (/^data[A-Z]/.test(property)) return property.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (/^data\d/.test(property)) return `data-${lower.slice(4)}`;
  if (/^aria[A-Z]/.test(property)) return `aria-${lower.slice(4)}`;
  if (/^xLink[A-Z]/.test(property)) return `xlink:${lower.slice(5)}`;
  if (/^xml[A-Z]/.test(property)) return `xml:${lower.slice(3)}`;
  return lower;
}

/** Returns the value of an attribute as text; undefined if it is not written. */
export function attributeValue(property: string, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === true) return '';
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : String(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.join(separatedByCommas.has(property.toLowerCase()) ? ', ' : ' ');
}
