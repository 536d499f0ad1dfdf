// Rules are written as JSON: a link that carries them must not carry programs.
export const sampleRules = `[
  { "selector": "mark", "before": "==", "after": "==" },
  { "selector": "abbr", "template": "{text} ({@title})" }
]`;

/** Returns the rules that a text says, or undefined if it says none. Throws a sentence. */
export function rulesOf(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`The rules are not JSON: ${(error as Error).message}`);
  }
}
