// What a driver makes of some pages.
import { readFileSync } from 'node:fs';

const itself = (text) => text;

export default async function ({ convert, convertSync, prepare = itself, textOf = itself }, { files }) {
  return async () => {
    const made = [];
    for (const file of files) made.push(textOf(await (convertSync ?? convert)(prepare(readFileSync(file, 'utf8')))));
    return made;
  };
}
