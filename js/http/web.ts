import { invalidArg } from '../errors.js';
import { isUint8Array } from '../host/node.js';
import { Exchange } from './exchange.js';
import { piecesOf, streamOf } from './pieces.js';
import { type HttpOptions, requireHandler, Settings } from './settings.js';

type Awaitable<T> = T | PromiseLike<T>;

const known = new WeakMap<object, Settings<Request>>();

/** The settings that options stand for: the same for the same object, and so with one cache. */
function settingsOf(options: HttpOptions<Request> = none): Settings<Request> {
  let settings = known.get(options);
  if (settings === undefined) {
    settings = new Settings(options);
    known.set(options, settings);
  }
  return settings;
}

const none: HttpOptions<Request> = {};

/**
 * Wraps a handler of web requests that answers in HTML: who asks for Markdown is answered in Markdown.
 *
 * @throws ConvertError
 *
 * @example
 * export default { fetch: webMarkdown((request) => render(request), { content: 'main' }) };
 */
export function webMarkdown<Asked extends Request, Rest extends unknown[]>(
  handler: (request: Asked, ...rest: Rest) => Awaitable<Response>,
  options?: HttpOptions<Request>,
): (request: Asked, ...rest: Rest) => Promise<Response> {
  requireHandler(handler);
  const settings = new Settings(options);
  return async (request, ...rest) => {
    const exchange = beginWeb(settings, request);
    const response = await handler(exchange === undefined ? request : asked(exchange, request), ...rest);
    return exchange === undefined ? response : answered(exchange, response);
  };
}

/**
 * The answer in Markdown to a request, if it asks for that, in place of one in HTML; else that with `Vary`. Where the same object of options is
 * given, there is one cache.
 *
 * @example
 * return markdownResponse(request, new Response(html, { headers: { 'content-type': 'text/html' } }), options);
 */
export async function markdownResponse(
  request: Request,
  response: Response,
  options?: HttpOptions<Request>,
): Promise<Response> {
  if (!hasHeaders(request)) throw invalidArg('a Request', 'request', request);
  const exchange = beginWeb(settingsOf(options), request);
  return exchange === undefined ? response : answered(exchange, response);
}

export const beginWeb = (settings: Settings<Request>, request: Request): Exchange<Request> | undefined =>
  Exchange.begin(settings, request, {
    method: request.method,
    url: request.url,
    get: (name) => request.headers.get(name),
  });

/** The request as those who answer are to see it. */
export function asked<Asked extends Request>(exchange: Exchange<Request>, request: Asked): Asked {
  const changes = Object.entries(exchange.instead);
  if (changes.length === 0) return request;
  const headers = new Headers(request.headers);
  for (const [name, value] of changes) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  const Same = request.constructor as new (request: Request, init: { headers: Headers }) => Asked; // frameworks have their own
  return new Same(request, { headers });
}

// Not instanceof: they come from other realms and from libraries.
const hasHeaders = (value: unknown): boolean =>
  typeof (value as { headers?: { get?: unknown } } | null | undefined)?.headers?.get === 'function';

/** The answer, made Markdown if it is to be. */
export async function answered(exchange: Exchange<Request>, response: Response): Promise<Response> {
  if (!hasHeaders(response)) throw invalidArg('a Response, which the handler returns,', 'response', response);
  const headers = new Headers(response.headers);
  const decision = exchange.decide(response.status, headers);
  const { status, statusText } = response;
  if (decision === 'not-modified') {
    void response.body?.cancel().catch(() => undefined);
    return new Response(null, { status: 304, headers });
  }
  if (decision === 'pass') {
    const isSame =
      headers.get('vary') === response.headers.get('vary') && headers.get('etag') === response.headers.get('etag');
    return isSame ? response : new Response(response.body, { status, statusText, headers });
  }
  const source = response.body === null ? empty() : piecesOf(response.body);
  const answer = await exchange.convert(status, headers, source);
  if (answer.body === undefined || isUint8Array(answer.body)) {
    const body = (answer.body ?? null) as Uint8Array<ArrayBuffer> | null;
    return new Response(body, { status: answer.status, ...(answer.status === status && { statusText }), headers });
  }
  const body = streamOf(answer.body, () => exchange.abandon());
  return new Response(body, { status, statusText, headers });
}

async function* empty(): AsyncGenerator<Uint8Array, void, undefined> {}
