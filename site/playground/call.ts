// The options as the program that a reader would write.
import { type Chosen, schema } from './schema';

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
  const names = Object.keys(options);
  const isExtract = schema.some((field) => field.for === 'extract' && names.includes(field.name));
  const [name, result] = isExtract ? ['extract', '{ markdown, chunks }'] : ['convert', 'markdown'];
  const members = names.map((option) => `  ${option}: ${literal(options[option])},\n`);
  const argument = names.length > 0 ? `, {\n${members.join('')}}` : '';
  return `import { ${name} } from 'tidemark';\n\nconst ${result} = await ${name}(html${argument});`;
}
