// What the playground begins with: pages of the golden files of the engine, by their folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../.vitepress/pages.js';

export interface Example {
  readonly name: string;
  readonly html: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Examples {
  readonly group: string;
  readonly examples: readonly Example[];
}

declare const data: readonly Examples[];

export { data };

const golden = join(root, 'core', 'testdata', 'golden');
const words = (name: string) => name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

function example(folder: string, name: string): Example[] {
  const options = join(golden, folder, `${name}.json`);
  try {
    const html = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(golden, folder, `${name}.html`)));
    return [{ name: words(name), html, options: existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : {} }];
  } catch {
    return []; // one of another encoding, which a text cannot show
  }
}

export default {
  load(): Examples[] {
    const folders = readdirSync(golden).filter((name) => name.startsWith('idiom-'));
    return ['page', 'main-content', ...folders].map((folder) => ({
      group: words(folder.replace('idiom-', '')),
      examples: readdirSync(join(golden, folder))
        .filter((name) => name.endsWith('.html'))
        .flatMap((name) => example(folder, name.slice(0, -'.html'.length))),
    }));
  },
};
