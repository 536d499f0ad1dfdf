import { lookup } from 'node:dns/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import { charsetOf } from '../files/charset.js';
import { decoded } from '../files/content-encoding.js';
import { isHtml } from '../warc/response.js';
import { Addresses } from './addresses.js';
import { JobError } from './job-error.js';

/** Which pages of the web may be fetched. */
export interface HttpOptions {
  /** Hosts: `example.com`, `*.example.com` for all below it, with `:8080` for a port other than the usual one, or `*` for any. */
  readonly allow: readonly string[];
  /**
   * Networks that may be connected to although they are private, such as `10.1.0.0/16`. All other addresses that are not given out to the world are refused,
   * those too that a name or a redirect leads to.
   *
   * @default []
   */
  readonly allowNetworks?: readonly string[] | undefined;
  /**
   * Milliseconds that the fetch of a page may take, and that there may be no byte of a WARC.
   *
   * @default 30000
   */
  readonly timeout?: number | undefined;
  /**
   * What the program calls itself.
   *
   * @default 'tidemark'
   */
  readonly userAgent?: string | undefined;
}

/** A page that has been fetched. */
export interface Fetched {
  readonly html: Uint8Array;
  /** Where it was, after redirects. */
  readonly url: string;
  readonly charset: string | undefined;
}

const mostRedirects = 10;

/** Fetches what is allowed, and nothing else. */
export class Fetcher {
  readonly #options: HttpOptions;
  readonly #addresses: Addresses;
  readonly #timeout: number;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#timeout = options.timeout ?? 30_000;
    this.#addresses = new Addresses(options.allowNetworks ?? []);
  }

  /** Returns a page of at most so many bytes. */
  async page(url: string, most: number, signal?: AbortSignal): Promise<Fetched> {
    const limit = AbortSignal.timeout(this.#timeout);
    try {
      return await this.#page(url, most, signal === undefined ? limit : AbortSignal.any([signal, limit]));
    } catch (error) {
      if (limit.aborted) throw new JobError('ETIMEDOUT', `${url} takes more than ${this.#timeout} ms`, true, error);
      throw error;
    }
  }

  async #page(url: string, most: number, signal: AbortSignal): Promise<Fetched> {
    const { response, url: last } = await this.#get(
      url,
      { 'accept-encoding': 'gzip, br', accept: 'text/html' },
      signal,
    );
    const type = response.headers['content-type'] ?? '';
    try {
      if (!isHtml(type)) throw new JobError('ERR_NOT_HTML', `${last} is ${type === '' ? 'of no type' : type}`);
      const body = await collected(response, most);
      const html = await decoded(body, response.headers['content-encoding'] ?? '', most);
      return { html, url: last, charset: charsetOf(type) };
    } finally {
      response.destroy();
    }
  }

  /** Returns bytes of a file. */
  async bytes(
    url: string,
    offset: number,
    length: number | undefined,
    signal?: AbortSignal,
  ): Promise<http.IncomingMessage> {
    const isWhole = offset === 0 && length === undefined;
    const range = `bytes=${offset}-${length === undefined ? '' : offset + length - 1}`;
    const { response, url: last } = await this.#get(url, isWhole ? {} : { range }, signal);
    if (isWhole || response.statusCode === 206) return response;
    response.destroy();
    throw new JobError('ERR_HTTP', `${last} gives no part of it: it does not support ranges`);
  }

  async #get(text: string, headers: http.OutgoingHttpHeaders, signal: AbortSignal | undefined) {
    let url = parsed(text);
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const response = await this.#request(url, headers, signal);
      const { statusCode: status = 0 } = response;
      const { location } = response.headers;
      if (status >= 200 && status < 300) return { response, url: url.href };
      response.destroy();
      if (status < 300 || status >= 400 || location === undefined) throw refusedBy(url, status);
      url = parsed(location, url);
    }
    throw new JobError('ERR_HTTP', `${text} redirects more than ${mostRedirects} times`);
  }

  #request(
    url: URL,
    headers: http.OutgoingHttpHeaders,
    signal: AbortSignal | undefined,
  ): Promise<http.IncomingMessage> {
    this.#requireHost(url);
    const { userAgent = 'tidemark' } = this.#options;
    const { request } = url.protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const options: https.RequestOptions = {
        headers: { 'user-agent': userAgent, ...headers },
        // The connection is made to what was looked at, whatever the name becomes afterwards.
        lookup: (host, { all }, done) => {
          this.#lookup(host).then(
            (found) => (all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family)),
            (error) => done(error, ''),
          );
        },
        agent: false,
        timeout: this.#timeout,
        ...(signal === undefined ? {} : { signal }),
      };
      const pending = request(url, options, resolve);
      pending.on('timeout', () => pending.destroy(new JobError('ETIMEDOUT', `${url.host} is silent`, true)));
      pending.on('error', reject);
      pending.end();
    });
  }

  #requireHost(url: URL): void {
    if (!this.#options.allow.some((pattern) => isOf(url, pattern)))
      throw new JobError('ERR_NOT_ALLOWED', `${url.host} is not among the hosts that are allowed`);
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !this.#addresses.allows(literal)) throw isPrivate(url.host, literal);
  }

  async #lookup(host: string): Promise<{ address: string; family: number }[]> {
    const found = await lookup(host, { all: true });
    // One that is refused is reason enough: a name of the world has none of them.
    const wrong = found.find(({ address }) => !this.#addresses.allows(address));
    if (wrong !== undefined) throw isPrivate(host, wrong.address);
    return found;
  }
}

function parsed(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new JobError(
    'ERR_INVALID_JOB',
    `Expected an address of http or https for data.url but received ${JSON.stringify(text.slice(0, 80))}`,
  );
}

function isOf({ host }: URL, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  if (wanted === '*' || wanted === host) return true;
  return wanted.startsWith('*.') && host.endsWith(wanted.slice(1));
}

const isPrivate = (host: string, address: string) =>
  new JobError('ERR_NOT_ALLOWED', `${host} is ${address}, an address of a private network`);

// What the server may give another time.
const passes = (status: number) => status === 408 || status === 425 || status === 429 || status >= 500;

const refusedBy = (url: URL, status: number) =>
  new JobError('ERR_HTTP', `${url.href} is answered with ${status}`, passes(status));

async function collected(response: http.IncomingMessage, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) throw new JobError('ERR_INPUT_TOO_LARGE', `It has more than ${most} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
