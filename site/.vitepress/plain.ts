// Markdown of the repository is no template of Vue: what looks like an expression in it is text.
import type { MarkdownRenderer } from 'vitepress';

export function withoutExpressions(md: MarkdownRenderer): void {
  for (const name of ['text', 'code_inline'] as const) {
    const render = md.renderer.rules[name];
    md.renderer.rules[name] = (...args) => (render?.(...args) ?? '').replaceAll('{{', '&#123;&#123;');
  }
}
