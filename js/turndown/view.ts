import { ElementView, type NodeView, type ViewList, Views } from '../rules/element.js';
import type { Tree } from '../rules/tree.js';
import { Shape } from './shape.js';

/** The views of a tree whose elements are as Turndown gives them to rules. */
export class TurndownViews extends Views {
  readonly shape: Shape;

  constructor(tree: Tree) {
    super(tree);
    this.shape = new Shape(tree);
  }

  protected override makeElement(node: number): ElementView {
    return new TurndownElementView(this, node);
  }
}

/** The white space at the edges of what is in an element, which is written outside of it. */
interface FlankingWhitespace {
  readonly leading: string;
  readonly trailing: string;
}

/** An element with what Turndown says of it, and those properties of the DOM that rules for Turndown read. */
export class TurndownElementView extends ElementView {
  readonly #views: TurndownViews;
  readonly #node: number;
  #childNodes: ViewList<NodeView> | undefined;

  /** @internal */
  constructor(views: TurndownViews, node: number) {
    super(views, node);
    this.#views = views;
    this.#node = node;
  }

  override get nodeName(): string {
    return this.#views.shape.nameOf(this.#node);
  }

  override get tagName(): string {
    return this.nodeName;
  }

  override get childNodes(): ViewList<NodeView> {
    this.#childNodes ??= super.childNodes; // Rules look for a cell in its row, for each cell.
    return this.#childNodes;
  }

  get isBlock(): boolean {
    return this.#views.shape.isBlock(this.#node);
  }

  get isCode(): boolean {
    return this.#views.shape.isCode(this.#node);
  }

  get isBlank(): boolean {
    return this.#views.shape.isBlank(this.#node);
  }

  get flankingWhitespace(): FlankingWhitespace {
    if (this.isBlock) return { leading: '', trailing: '' };
    const text = this.textContent;
    const [, leading = '', leadingSpace = ''] = /^([ \t\r\n]*)(\s*)/.exec(text) ?? [];
    const isFlanked = (sibling: NodeView | null, space: RegExp) =>
      sibling !== null && !('isBlock' in sibling && sibling.isBlock) && space.test(sibling.textContent ?? '');
    const begins = leading !== '' && isFlanked(this.previousSibling, / $/) ? leadingSpace : leading + leadingSpace;
    if (text.trim() === '') return { leading: begins, trailing: '' };
    const end = text.slice(text.trimEnd().length);
    const [trailing = ''] = /[ \t\r\n]*$/.exec(end) ?? [];
    const ends = trailing !== '' && isFlanked(this.nextSibling, /^ /) ? end.slice(0, -trailing.length) : end;
    return { leading: begins, trailing: ends };
  }

  /** Of a field, its kind. */
  get type(): string | undefined {
    const type = this.getAttribute('type')?.toLowerCase();
    switch (this.nodeName) {
      case 'INPUT':
        return type || 'text';
      case 'BUTTON':
        return type || 'submit';
      default:
        return type;
    }
  }

  get checked(): boolean {
    return this.hasAttribute('checked');
  }

  get href(): string | undefined {
    return this.#address('href');
  }

  get src(): string | undefined {
    return this.#address('src');
  }

  #address(name: string): string | undefined {
    return this.getAttribute(name) ?? undefined;
  }

  get alt(): string {
    return this.getAttribute('alt') ?? '';
  }

  get title(): string {
    return this.getAttribute('title') ?? '';
  }

  get value(): string | undefined {
    return this.getAttribute('value') ?? undefined;
  }

  get lang(): string {
    return this.getAttribute('lang') ?? '';
  }

  /** The rows of a table: of its head, its bodies and its foot. */
  get rows(): ViewList<ElementView> | undefined {
    const isTable = this.nodeName === 'TABLE';
    if (!isTable && !sections.has(this.nodeName)) return undefined;
    const rowsOf = (parent: ElementView, name: string) =>
      Array.from(parent.children).filter((one) => one.nodeName === name);
    if (!isTable) return listOf(rowsOf(this, 'TR'));
    const inside = (name: string) => rowsOf(this, name).flatMap((part) => rowsOf(part, 'TR'));
    const bodies = Array.from(this.children).flatMap((one) =>
      one.nodeName === 'TR' ? [one] : one.nodeName === 'TBODY' ? rowsOf(one, 'TR') : [],
    );
    return listOf([...inside('THEAD'), ...bodies, ...inside('TFOOT')]);
  }

  /** The cells of a row. */
  get cells(): ViewList<ElementView> | undefined {
    if (this.nodeName !== 'TR') return undefined;
    return listOf(Array.from(this.children).filter(({ nodeName }) => nodeName === 'TD' || nodeName === 'TH'));
  }

  /** The caption of a table. */
  get caption(): ElementView | null | undefined {
    if (this.nodeName !== 'TABLE') return undefined;
    return Array.from(this.children).find(({ nodeName }) => nodeName === 'CAPTION') ?? null;
  }

  /** What the attribute `style` declares, by names in camel case. */
  get style(): Record<string, string> {
    const style: Record<string, string> = {};
    for (const declaration of (this.getAttribute('style') ?? '').split(';')) {
      const [name = '', ...value] = declaration.split(':');
      if (value.length > 0) style[camelCase(name.trim().toLowerCase())] = value.join(':').trim();
    }
    return style;
  }

  /** The attributes whose names begin with `data-`, by the rest of the name in camel case. */
  get dataset(): Record<string, string> {
    const data: Record<string, string> = {};
    for (const name of this.getAttributeNames()) {
      if (name.startsWith('data-')) data[camelCase(name.slice('data-'.length))] = this.getAttribute(name) as string;
    }
    return data;
  }
}

const sections = new Set(['THEAD', 'TBODY', 'TFOOT']);

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function listOf<T>(items: T[]): ViewList<T> {
  return Object.assign(items, { item: (index: number) => items[index] ?? null });
}
