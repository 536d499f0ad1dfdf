// The options as the program that a reader would write.
import type { Chosen } from './schema';

/** Returns a value as JavaScript writes it. */
function literal(value: unknown): string {
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, member]) => `${name}: ${literal(member)}`)
      .join(', ')} }`;
  }
  return String(value);
}

export function callOf(options: Chosen): string {
  const hasOptions = Object.keys(options).length > 0;
  const members = Object.entries(options).map(([name, value]) => `  ${name}: ${literal(value)},\n`);
  return `import { convert } from 'tidemark';\n\nconst markdown = await convert(html${hasOptions ? `, {\n${members.join('')}}` : ''});`;
}
