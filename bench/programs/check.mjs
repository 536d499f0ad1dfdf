// What a driver makes of some pages.
import { readFileSync } from 'node:fs';

export default async function ({ convert, convertSync }, { files }) {
  return async () => {
    const made = [];
    for (const file of files) made.push(await (convertSync ?? convert)(readFileSync(file, 'utf8')));
    return made;
  };
}
