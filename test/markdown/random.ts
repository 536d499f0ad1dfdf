/** Documents at random, the same ones for each seed: of what Markdown can say, so that they come back as they were. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** An integer from 0 to below `n`. mulberry32. */
  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  times<T>(most: number, make: () => T): T[] {
    return Array.from({ length: 1 + this.below(most) }, make);
  }
}

const words = 'tide ebb flood pier Ärmel 満潮 прилив x I a1'.split(' ');
const hazards = (
  '* ** _ __ *a* _a_ a_b __init__ ~ ~~a~~ ` `a` `` ``` # ## #1 C# - + 1. 2) 1.5 > >> = === --- *** [ ] [a] [a](b) ![a](b) ' +
  '[a]: [^1] [x] [!NOTE] ! \\ \\* & &amp; &#35; AT&T < <b> </b> <!-- <a@b.c> | a|b |-| http://a.b/c_d www.a.b a@b.c $x$ : ; " \' ( ) {} “ 。 €'
).split(' ');

/** Plain text with much in it that means something in Markdown. */
export function text(random: Random): string {
  return random.times(7, () => random.pick(random.below(2) ? hazards : words)).join(random.below(4) ? ' ' : '');
}

export const escapeHtml = (s: string) => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A document of all that Markdown has a form for. */
export function document(random: Random): string {
  return random.times(4, () => block(random, 2)).join('\n');
}

function block(random: Random, depth: number): string {
  const nested = depth > 0 ? ['ul', 'ol', 'blockquote'] : [];
  const kind = random.pick(['p', 'p', 'h2', 'pre', 'table', ...nested]);
  // micromark takes a list in a quotation for a loose one where another container comes right behind it.
  const content = () => random.times(2, () => block(random, depth - 1)).join(`<p>${random.pick(words)}</p>`);
  switch (kind) {
    case 'pre':
      return `<pre><code class="language-go">${random.times(3, () => escapeHtml(text(random))).join('\n  ')}\n</code></pre>`;
    case 'table': {
      const row = (tag: string) => `<tr><${tag}>${inline(random)}</${tag}><${tag} align="right">b</${tag}></tr>`;
      return `<table><thead>${row('th')}</thead><tbody>${random.times(3, () => row('td')).join('')}</tbody></table>`;
    }
    case 'ul':
    case 'ol': {
      const item = random.below(2) ? () => `<p>${inline(random)}</p>\n${content()}` : () => inline(random);
      // Two items at least, since one alone is tight or loose as it likes.
      return `<${kind}>${[item(), ...random.times(2, item)].map((i) => `<li>${i}</li>`).join('')}</${kind}>`;
    }
    case 'blockquote':
      return `<blockquote>${content()}</blockquote>`;
    default:
      return `<${kind}>${inline(random)}</${kind}>`;
  }
}

/** Words, some of them formatted, with spaces between. */
function inline(random: Random): string {
  return random.times(5, () => word(random, ['em', 'strong', 'del', 'code', 'a', 'img'])).join(' ');
}

function word(random: Random, formats: string[]): string {
  const format = random.below(2) ? random.pick(formats) : '';
  const others = formats.filter((f) => f !== format && f !== 'a');
  switch (format) {
    case '':
      return escapeHtml(text(random));
    case 'code':
      return `<code>${escapeHtml(text(random))}</code>`;
    case 'img':
      return `<img src="/a%20b.png" alt="${random.pick(words)}">`;
    case 'a':
      return `<a href="/u" title="t">${word(random, others)}</a>`;
    default:
      return `<${format}>${word(random, others)} ${random.pick(words)}</${format}>`;
  }
}
