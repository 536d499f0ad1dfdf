// The Markdown of a page: GET /?url=https://example.com/docs/
import { webStream } from 'tidemark';

const refuse = (status, why) => new Response(`${why}\n`, { status });

export default {
  async fetch(request, env) {
    const address = new URL(request.url).searchParams.get('url') ?? '';
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!/^https?:$/.test(url?.protocol)) return refuse(400, 'Expected an http or https address for url');
    if (!env.HOSTS.split(' ').includes(url.hostname)) return refuse(403, `Expected an address of ${env.HOSTS}`);

    const page = await fetch(url, { headers: { accept: 'text/html' }, redirect: 'manual' });
    if (page.status !== 200) return refuse(502, `The page answered with status ${page.status}`);
    const type = page.headers.get('content-type') ?? '';
    if (!type.includes('html')) return refuse(415, `Expected HTML but received ${type}`);
    const encoding = /charset=([\w-]+)/i.exec(type)?.[1];
    const markdown = page.body.pipeThrough(webStream({ baseUrl: url.href, encoding, maxInputBytes: 8 * 1024 * 1024 }));
    return new Response(markdown.pipeThrough(new TextEncoderStream()), {
      headers: { 'content-type': 'text/markdown; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    });
  },
};
