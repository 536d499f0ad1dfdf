import { isUint8Array } from '../host/node.js';
import { Exchange } from './exchange.js';
import type { HeaderFields } from './header-fields.js';
import { piecesOf, streamOf } from './pieces.js';
import { type HttpOptions, Settings } from './settings.js';

/** What is used of Fastify. */
interface FastifyRequestLike {
  method: string;
  url: string;
  hostname: string;
  raw: { headers: Record<string, string | string[] | undefined> };
}
interface FastifyReplyLike {
  statusCode: number;
  raw: { once(event: 'close', listener: () => void): unknown };
  getHeader(name: string): unknown;
  header(name: string, value: string): unknown;
  removeHeader(name: string): unknown;
}
type Hook = (request: FastifyRequestLike, reply: FastifyReplyLike, payload?: unknown) => Promise<unknown>;
interface FastifyLike {
  // biome-ignore lint/suspicious/noExplicitAny: Fastify has an overload for each hook.
  addHook(name: any, hook: any): unknown;
}

/** What Fastify's `onSend` may be given and may return. */
type NodeStream = AsyncIterable<Uint8Array | string> & { destroy?(): void };
type Payload = string | Uint8Array | NodeStream | ReadableStream<Uint8Array> | Response | null | undefined;

/**
 * A plugin for Fastify: who asks for Markdown is answered in Markdown where the answer is HTML. It is for all routes of the instance that it is
 * registered in. What compresses answers is registered after it.
 *
 * @throws ConvertError
 *
 * @example
 * await app.register(fastifyMarkdown, { content: 'main' });
 */
export const fastifyMarkdown: (instance: FastifyLike, options: HttpOptions<FastifyRequestLike>) => Promise<void> =
  Object.assign(plugin, {
    [Symbol.for('skip-override')]: true, // for the instance itself, not for one within
    [Symbol.for('fastify.display-name')]: 'tidemark',
  });

async function plugin(
  instance: FastifyLike,
  { prefix, ...options }: HttpOptions<FastifyRequestLike> & { prefix?: string },
): Promise<void> {
  const settings = new Settings(options);
  const exchanges = new WeakMap<FastifyRequestLike, Exchange<FastifyRequestLike>>();
  const onRequest: Hook = async (request) => {
    const { headers } = request.raw;
    const exchange = Exchange.begin(settings, request, {
      method: request.method,
      url: `${request.hostname}${request.url}`,
      get: (name) => joined(headers[name]),
    });
    if (exchange === undefined) return;
    exchanges.set(request, exchange);
    for (const [name, value] of Object.entries(exchange.instead)) {
      if (value === undefined) delete headers[name];
      else headers[name] = value;
    }
  };
  const onSend: Hook = async (request, reply, payload) => {
    const exchange = exchanges.get(request);
    return exchange === undefined ? payload : send(exchange, request, reply, payload as Payload);
  };
  instance.addHook('onRequest', onRequest);
  instance.addHook('onSend', onSend);
}

async function send(
  exchange: Exchange<FastifyRequestLike>,
  request: FastifyRequestLike,
  reply: FastifyReplyLike,
  payload: Payload,
): Promise<unknown> {
  const fields = fieldsOf(reply);
  const body = isResponse(payload) ? taken(reply, payload) : payload;
  const decision = exchange.decide(reply.statusCode, fields);
  if (decision === 'pass') return body;
  if (decision === 'not-modified') {
    reply.statusCode = 304;
    void piecesFrom(body).return?.();
    return nothing(request);
  }
  reply.raw.once('close', () => exchange.abandon());
  const answer = await exchange.convert(reply.statusCode, fields, piecesFrom(body));
  reply.statusCode = answer.status;
  if (answer.body === undefined) return nothing(request);
  if (!isUint8Array(answer.body)) return streamOf(answer.body, () => exchange.abandon());
  const { buffer, byteOffset, byteLength } = answer.body;
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Has the reply say what a web response says, and returns its body. */
function taken(reply: FastifyReplyLike, response: Response): ReadableStream<Uint8Array> | null {
  reply.statusCode = response.status;
  for (const [name, value] of response.headers) reply.header(name, value);
  return response.body;
}

// Fastify's own hook for HEAD takes no null.
const nothing = ({ method }: FastifyRequestLike) => (method === 'HEAD' ? '' : null);

const isResponse = (payload: Payload): payload is Response =>
  Object.prototype.toString.call(payload) === '[object Response]';

/** The pieces of what is to be sent. Who ends early ends where they come from. */
function piecesFrom(payload: Exclude<Payload, Response>): AsyncIterableIterator<Uint8Array, void, undefined> {
  if (payload === null || payload === undefined) return fromArray([]);
  if (typeof payload === 'string') return fromArray([Buffer.from(payload)]);
  if (isUint8Array(payload)) return fromArray([payload]);
  if ('getReader' in payload) return piecesOf(payload);
  const pieces = payload[Symbol.asyncIterator]();
  return {
    async next() {
      const { done, value } = await pieces.next();
      if (done) return { done, value: undefined };
      return { done: false, value: typeof value === 'string' ? Buffer.from(value) : value };
    },
    async return() {
      payload.destroy?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* fromArray(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces;
}

const joined = (value: unknown): string | null =>
  value === undefined ? null : Array.isArray(value) ? value.join(', ') : String(value);

const fieldsOf = (reply: FastifyReplyLike): HeaderFields => ({
  get: (name) => joined(reply.getHeader(name)),
  set: (name, value) => void reply.header(name, value),
  delete: (name) => void reply.removeHeader(name),
});
