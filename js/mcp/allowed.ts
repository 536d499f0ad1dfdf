import { invalidOption } from '../errors.js';
import { ToolError } from './errors.js';

// https://example.com, https://*.example.com/docs/, https://example.com:8443, https://*
const pattern = /^(https?):\/\/(\*|(?:\*\.)?[^*/:?#@\s[\]]+|\[[\da-f:.]+\])(?::(\d+))?(\/[^?#\s]*)?$/i;

interface Allowed {
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

/** The addresses that may be read. */
export class AllowedUrls {
  readonly #allowed: readonly Allowed[];

  /** Throws a ConvertError for a pattern that is none. */
  constructor(patterns: readonly string[]) {
    this.#allowed = patterns.map(read);
  }

  get size(): number {
    return this.#allowed.length;
  }

  /** Throws ACCESS_DENIED for an address that no pattern allows. */
  require(url: URL): void {
    if (this.#allowed.some((one) => allows(one, url))) return;
    throw new ToolError(
      'ACCESS_DENIED',
      `${url.origin}${url.pathname} is not among the addresses that this server may read`,
    );
  }
}

function read(text: string): Allowed {
  const [, protocol = '', host = '', port = '', path = '/'] = pattern.exec(text) ?? [];
  if (protocol === '') {
    const what = 'a pattern such as https://example.com/docs/, https://*.example.com or https://*';
    throw invalidOption(what, 'options.urls', text);
  }
  // As URL writes them: international names in ASCII, no usual port, no dots in the path.
  const like = new URL(`${protocol}://${host.replace('*', 'x')}${port && `:${port}`}${path}`);
  return {
    protocol: like.protocol,
    host: host.startsWith('*') ? `*${like.hostname.slice(1)}` : like.hostname,
    port: like.port,
    path: like.pathname,
  };
}

function allows({ protocol, host, port, path }: Allowed, url: URL): boolean {
  if (url.protocol !== protocol || url.port !== port) return false;
  if (host !== '*' && !(host[0] === '*' ? url.hostname.endsWith(host.slice(1)) : url.hostname === host)) return false;
  return url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}
