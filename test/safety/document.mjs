// Documents as an attacker would write them, with options, the same ones for each seed. What they are made of is in safety.json,
// which the Go test uses too: templates, in which a letter in braces stands for what is put there.
import { readFileSync } from 'node:fs';

const path = new URL('../../core/internal/markdown/testdata/safety.json', import.meta.url);
const parts = JSON.parse(readFileSync(path, 'utf8'));

/** Integers below a bound at random. mulberry32. */
function randomOf(seed) {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}

const references = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const escapeHtml = (text) => text.replaceAll(/[&<>"\r]/g, (c) => references[c]);

class Writer {
  constructor(seed) {
    this.below = randomOf(seed);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** Fills a template. Nothing is nested deeper than that. */
  fill(template, depth) {
    return template.replaceAll(/\{([bituax])\}/g, (_, what) => this.part(what, depth - 1));
  }

  part(what, depth) {
    switch (what) {
      case 'b':
        return this.fill(depth > 0 ? this.pick(parts.blocks) : '<p>{t}</p>', depth);
      case 'i':
        return this.fill(depth > 0 ? this.pick(parts.inline) : '{t}', depth);
      case 'u':
        return escapeHtml(this.pick(parts.addresses));
      case 'x':
        return escapeHtml(this.pick(parts.tex));
      default:
        return Array.from({ length: 1 + this.below(3) }, () => escapeHtml(this.pick(parts.texts))).join('');
    }
  }

  /** Half of the options are left as they are. */
  options() {
    const options = {};
    for (const [name, values] of Object.entries(parts.options)) {
      const value = this.pick(values);
      if (this.below(2)) continue;
      const [group, member] = name.split('.');
      if (member) options[group] = { ...options[group], [member]: value };
      else options[group] = value;
    }
    return options;
  }
}

export function documentOf(seed) {
  const writer = new Writer(seed);
  const blocks = Array.from({ length: 1 + writer.below(3) }, () => writer.part('b', 5));
  const html = writer.fill(writer.pick(parts.heads), 3) + blocks.join('');
  return { seed, html, options: writer.below(4) ? writer.options() : {} };
}
