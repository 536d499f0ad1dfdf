// Generated from core/internal/dom by `go generate ./core`. Do not edit.

/** Where the fields of nodes and attributes lie, and how large those are, in bytes. */
export const layout = {
  attrDecoded: 17,
  attrEnd: 12,
  attrName: 16,
  attrNameDecoded: 19,
  attrNameEnd: 4,
  attrNameStart: 0,
  attrSize: 20,
  attrStart: 8,
  nodeEnd: 24,
  nodeFirst: 4,
  nodeFlags: 43,
  nodeFrom: 28,
  nodeKind: 40,
  nodeLast: 8,
  nodeName: 36,
  nodeNamespace: 41,
  nodeNext: 16,
  nodeParent: 0,
  nodePrevious: 12,
  nodeRule: 46,
  nodeSize: 48,
  nodeStart: 20,
  nodeTo: 32,
  textDecoded: 1,
} as const;

/** The names of elements by their numbers. */
export const tagNames: readonly string[] = (
  ' a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi bdo bgsound' +
  ' big blockquote body br button canvas caption center cite code col colgroup data datalist dd del desc' +
  ' details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer foreignobject form' +
  ' frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd keygen' +
  ' label legend li link listing main malignmark map mark marquee math menu meta meter mglyph mi mn mo' +
  ' ms mtext nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext' +
  ' pre progress q rb rp rt rtc ruby s samp script search section select small source span strike strong' +
  ' style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u' +
  ' ul var video wbr xmp'
).split(' ');

/** The names of attributes by their numbers. */
export const attributeNames: readonly string[] = (
  ' abbr about accesskey action align alt alttext annotation aria-controls aria-describedby aria-expanded' +
  ' aria-haspopup aria-hidden aria-label aria-labelledby aria-level async autoplay bgcolor border cellpadding' +
  ' cellspacing charset checked cite class close color colspan columnalign content controls coords crossorigin' +
  ' d data data-callout data-event-name data-file-height data-file-width data-footnote-backref data-footnote-ref' +
  ' data-footnotes data-id data-lang data-latex data-lazy-src data-math data-math-style data-original' +
  ' data-reactid data-sort-value data-src data-srcset data-testid data-title datetime decoding defer dir' +
  ' disabled display download draggable encoding epub:type face fetchpriority fill fill-rule focusable' +
  ' for frameborder headers height hidden href hreflang http-equiv id integrity itemid itemprop itemscope' +
  ' itemtype label lang language linethickness loading mathvariant media method name notation onclick' +
  ' open placeholder poster property referrerpolicy rel reversed role rowspan scope scrolling selected' +
  ' separators size sizes span src srcdoc srclang srcset start stroke style summary tabindex target title' +
  ' type typeof usemap valign value version viewbox vocab width xml:lang xmlns'
).split(' ');

/** SVG elements with letters in upper case, by their names in lower case. */
export const foreignElements: ReadonlyMap<string, string> = new Map(
  [
    'altGlyph',
    'altGlyphDef',
    'altGlyphItem',
    'animateColor',
    'animateMotion',
    'animateTransform',
    'clipPath',
    'feBlend',
    'feColorMatrix',
    'feComponentTransfer',
    'feComposite',
    'feConvolveMatrix',
    'feDiffuseLighting',
    'feDisplacementMap',
    'feDistantLight',
    'feDropShadow',
    'feFlood',
    'feFuncA',
    'feFuncB',
    'feFuncG',
    'feFuncR',
    'feGaussianBlur',
    'feImage',
    'feMerge',
    'feMergeNode',
    'feMorphology',
    'feOffset',
    'fePointLight',
    'feSpecularLighting',
    'feSpotLight',
    'feTile',
    'feTurbulence',
    'foreignObject',
    'glyphRef',
    'linearGradient',
    'radialGradient',
    'textPath',
  ].map((name) => [name.toLowerCase(), name]),
);

/** The same of attributes. */
export const foreignAttributes: ReadonlyMap<string, string> = new Map(
  [
    'attributeName',
    'attributeType',
    'baseFrequency',
    'baseProfile',
    'calcMode',
    'clipPathUnits',
    'diffuseConstant',
    'edgeMode',
    'filterUnits',
    'glyphRef',
    'gradientTransform',
    'gradientUnits',
    'kernelMatrix',
    'kernelUnitLength',
    'keyPoints',
    'keySplines',
    'keyTimes',
    'lengthAdjust',
    'limitingConeAngle',
    'markerHeight',
    'markerUnits',
    'markerWidth',
    'maskContentUnits',
    'maskUnits',
    'numOctaves',
    'pathLength',
    'patternContentUnits',
    'patternTransform',
    'patternUnits',
    'pointsAtX',
    'pointsAtY',
    'pointsAtZ',
    'preserveAlpha',
    'preserveAspectRatio',
    'primitiveUnits',
    'refX',
    'refY',
    'repeatCount',
    'repeatDur',
    'requiredExtensions',
    'requiredFeatures',
    'specularConstant',
    'specularExponent',
    'spreadMethod',
    'startOffset',
    'stdDeviation',
    'stitchTiles',
    'surfaceScale',
    'systemLanguage',
    'tableValues',
    'targetX',
    'targetY',
    'textLength',
    'viewBox',
    'viewTarget',
    'xChannelSelector',
    'yChannelSelector',
    'zoomAndPan',
  ].map((name) => [name.toLowerCase(), name]),
);
