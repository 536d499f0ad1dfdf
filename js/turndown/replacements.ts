import type { ReplacementFunction } from './types.js';

// What is written of elements that no rule is for, unless the options say otherwise. The engine does the same by itself.

/** What is written of an element that shows and says nothing. */
export const blankReplacement: ReplacementFunction = (_content, node) => (node.isBlock ? '\n\n' : '');

/** What is written of an element that is kept. */
export const keepReplacement: ReplacementFunction = (_content, node) =>
  node.isBlock ? `\n\n${node.outerHTML}\n\n` : node.outerHTML;

/** What is written of any other. */
export const defaultReplacement: ReplacementFunction = (content, node) =>
  node.isBlock ? `\n\n${content}\n\n` : content;

/** What is written of an element that is removed. */
export const removedReplacement: ReplacementFunction = () => '';
