import { pagesOf } from '../../warc/records.js';
import type { About } from '../input/document.js';
import type { Container, Content, Entries } from './container.js';
import { Names } from './names.js';
import { nameOfUrl } from './url-name.js';

/** Yields the pages of a web archive. Revisits, which are without content of their own, and what was not kept as a whole are named. */
export async function* records({ path: source, source: { stream }, most }: Container): Entries {
  const names = new Names();
  for await (const page of pagesOf(stream(), most)) {
    const path = page.url === '' ? source : `${source}: ${page.url}`;
    if ('code' in page) {
      const { code, message } = page;
      yield { path, code, message, ...(code === 'ERR_REVISIT' && { remark: true }) };
      continue;
    }
    const { html, url, date, digest, status, charset, truncated } = page;
    if (truncated !== undefined) {
      const message = `It was not kept as a whole (${truncated}): what there is of it is converted`;
      yield { path, code: 'ERR_TRUNCATED', message, remark: true };
    }
    const known = { url: url || undefined, date, digest, status, truncated };
    const about = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as About;
    const options: Content['options'] = {
      ...(charset !== undefined && { encoding: charset }),
      ...(/^https?:/i.test(url) && URL.canParse(url) && { baseUrl: url }),
    };
    yield { path, source, kept: names.unique(nameOfUrl(url), '.html'), read: async () => ({ html, about, options }) };
  }
}
