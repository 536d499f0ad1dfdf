import type { TurndownOptions } from './types.js';

/** What native code is to do beside the options: core/turndown.go has the same names. */
export interface NativeTurndown {
  keep?: readonly string[];
  remove?: readonly string[];
  formless?: boolean;
  root?: string;
  asks?: boolean;
  inOrder?: boolean;
  unfinished?: boolean;
}

const texts = [
  'headingStyle',
  'hr',
  'bulletListMarker',
  'codeBlockStyle',
  'fence',
  'emDelimiter',
  'strongDelimiter',
  'linkStyle',
  'linkReferenceStyle',
  'br',
] as const;

/** The options that are texts or a boolean, with the defaults of Turndown. */
export const defaults = {
  headingStyle: 'setext',
  hr: '* * *',
  bulletListMarker: '*',
  codeBlockStyle: 'indented',
  fence: '```',
  emDelimiter: '_',
  strongDelimiter: '**',
  linkStyle: 'inlined',
  linkReferenceStyle: 'full',
  br: '  ',
  preformattedCode: false,
} as const satisfies TurndownOptions;

/** Returns the options as native code takes them: JSON text. What is undefined has its default. */
export function encodeTurndown(options: TurndownOptions, extra: NativeTurndown): string {
  const encoded: Record<string, unknown> = { ...extra, preformattedCode: Boolean(options.preformattedCode) };
  for (const name of texts) {
    const value: unknown = options[name];
    encoded[name] = value === undefined ? defaults[name] : String(value);
  }
  return JSON.stringify({ '#turndown': encoded });
}
