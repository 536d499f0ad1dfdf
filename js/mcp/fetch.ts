import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import type { BodyLike } from '../input.js';
import { isPublic } from '../net/public.js';
import { version } from '../version.js';
import { lookupPublic, notPublic } from './addresses.js';
import type { AllowedUrls } from './allowed.js';
import { ToolError } from './errors.js';

const mostRedirects = 5;

export interface Fetched {
  /** The page, to be read by `convert`. */
  readonly page: BodyLike;
  /** Where it was found, behind all redirections. */
  readonly url: string;
}

/**
 * Fetches a page. Not by `fetch`, which neither tells of a redirection before it follows it nor which address it connects to. `signal` ends it.
 */
export async function fetchPage(
  address: string,
  allowed: AllowedUrls,
  privateToo: boolean,
  signal: AbortSignal,
): Promise<Fetched> {
  let url = parsed(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    allowed.require(url);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!privateToo && isIP(host) > 0 && !isPublic(host)) throw notPublic(host);
    const response = await request(url, privateToo, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode < 300) return { page: pageOf(response, url), url: url.href };
    response.destroy();
    if (statusCode >= 400 || headers.location === undefined) {
      throw new ToolError('FETCH_FAILED', `${url.href} answered with status ${statusCode}`);
    }
    url = parsed(headers.location, url);
  }
  throw new ToolError('FETCH_FAILED', `${address} leads on and on: more than ${mostRedirects} redirections`);
}

function parsed(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ToolError('INVALID_ARGUMENTS', `Expected an http or https address for url but received ${address}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new ToolError('INVALID_ARGUMENTS', 'Expected an address without a user name and password for url');
  }
  return url;
}

function request(url: URL, privateToo: boolean, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { get } = url.protocol === 'https:' ? https : http;
  const headers = {
    accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
    'accept-encoding': 'gzip, br',
    'user-agent': `tidemark-mcp/${version}`,
  };
  return new Promise((resolve, reject) => {
    get(url, { headers, signal, agent: false, ...(privateToo ? {} : { lookup: lookupPublic }) }, resolve).on(
      'error',
      (error) =>
        reject(
          error instanceof ToolError || signal.aborted
            ? error
            : new ToolError('FETCH_FAILED', `${url.href} cannot be read: ${error.message}`),
        ),
    );
  });
}

function pageOf(response: http.IncomingMessage, url: URL): BodyLike {
  const type = response.headers['content-type'] ?? null;
  if (type !== null && !/^\s*(?:text\/|application\/(?:xhtml\+xml|xml|octet-stream))/i.test(type)) {
    response.destroy();
    throw new ToolError('FETCH_FAILED', `${url.href} is ${type}, and not HTML`);
  }
  return {
    body: decoded(response),
    bodyUsed: false,
    headers: { get: (name) => (name.toLowerCase() === 'content-type' ? type : null) },
    arrayBuffer: () => Promise.reject(new Error('It is read as a stream')),
  };
}

function decoded(response: http.IncomingMessage): Readable {
  const coding = response.headers['content-encoding']?.trim().toLowerCase();
  const decoder = coding === 'br' ? zlib.createBrotliDecompress() : coding === 'gzip' ? zlib.createGunzip() : undefined;
  // Who reads is told of an error by the last of them.
  return decoder === undefined ? response : pipeline(response, decoder, () => undefined);
}
