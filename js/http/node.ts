import { isUint8Array } from '../host/node.js';
import { DrainListeners } from './drain-listeners.js';
import { type Decision, Exchange } from './exchange.js';
import { change, fieldsOf, headOf, type NodeRequest, type NodeResponse, takeHead } from './node-message.js';
import { type HttpOptions, Settings } from './settings.js';
import { WrittenBody } from './written-body.js';

/**
 * Wraps a handler of `node:http` that answers in HTML: who asks for Markdown is answered in Markdown.
 *
 * @throws ConvertError
 *
 * @example
 * createServer(nodeMarkdown((request, response) => render(request, response), { content: 'main' })).listen(8080);
 */
export function nodeMarkdown<Request extends NodeRequest, Response extends NodeResponse, Result>(
  handler: (request: Request, response: Response) => Result,
  options?: HttpOptions<Request>,
): (request: Request, response: Response) => Result {
  const settings = new Settings(options);
  return (request, response) => {
    intercept(settings, request, response);
    return handler(request, response);
  };
}

/**
 * Middleware for Express, and others that take its middleware: who asks for Markdown is answered in Markdown where the answer is HTML. What
 * compresses answers comes before it.
 *
 * @throws ConvertError
 *
 * @example
 * app.use(expressMarkdown({ content: 'main' }));
 */
export function expressMarkdown<Request extends NodeRequest = NodeRequest>(
  options?: HttpOptions<Request>,
): (request: Request, response: NodeResponse, next: () => void) => void {
  const settings = new Settings(options);
  return (request, response, next) => {
    intercept(settings, request, response);
    next();
  };
}

function intercept<Request extends NodeRequest>(
  settings: Settings<Request>,
  request: Request,
  response: NodeResponse,
): void {
  const exchange = Exchange.begin(settings, request, headOf(request));
  if (exchange === undefined) return;
  change(request, exchange.instead);
  if (exchange.wants) new Interception(exchange, response);
  else decideLate(exchange, response);
}

/** Has the header fields be looked at when they are sent, and nothing else. */
function decideLate<Request>(exchange: Exchange<Request>, response: NodeResponse): void {
  const { writeHead } = response;
  response.writeHead = (...args) => {
    response.writeHead = writeHead;
    const head = takeHead(response, args);
    exchange.decide(response.statusCode, fieldsOf(response));
    return writeHead.apply(response, head);
  };
}

/** Stands between who writes a response and the response, until it is decided that there is nothing to do, or until it is done. */
class Interception<Request> {
  readonly #exchange: Exchange<Request>;
  readonly #response: NodeResponse;
  readonly #own: Pick<NodeResponse, 'writeHead' | 'write' | 'end' | 'flushHeaders'>;
  readonly #drain: DrainListeners;
  readonly #body = new WrittenBody(() => this.#drain.call());
  #decision: Decision | undefined;
  #isWritten = false;

  constructor(exchange: Exchange<Request>, response: NodeResponse) {
    this.#exchange = exchange;
    this.#response = response;
    const { writeHead, write, end, flushHeaders } = response;
    this.#own = { writeHead, write, end, ...(flushHeaders && { flushHeaders }) };
    this.#drain = new DrainListeners(response);
    response.writeHead = (...args) => this.#writeHead(args);
    response.write = (...args) => this.#write(args);
    response.end = (...args) => this.#end(args);
    response.flushHeaders = () => (this.#decide() === 'pass' ? flushHeaders?.call(response) : undefined);
  }

  #writeHead(args: unknown[]): NodeResponse {
    if (this.#decision !== undefined) return this.#response;
    const head = takeHead(this.#response, args);
    return this.#decide() === 'pass' ? this.#own.writeHead.apply(this.#response, head) : this.#response;
  }

  #write(args: unknown[]): boolean {
    if (this.#decide() === 'pass') return this.#own.write.apply(this.#response, args);
    const [chunk, encoding] = args;
    const bytes = bytesOf(chunk, encoding);
    callBack(args);
    return this.#decision === 'not-modified' || this.#body.write(bytes);
  }

  #end(args: unknown[]): NodeResponse {
    const response = this.#response;
    if (this.#decide() === 'pass') return this.#own.end.apply(response, args);
    const [chunk, encoding] = args;
    const callback = args.find((argument) => typeof argument === 'function');
    if (callback !== undefined) response.on('finish', callback);
    if (chunk != null && chunk !== callback) this.#body.write(bytesOf(chunk, encoding));
    this.#isWritten = true;
    Object.defineProperty(response, 'writableEnded', { value: true, configurable: true });
    this.#body.end();
    if (this.#decision === 'not-modified') this.#answer(undefined);
    return response;
  }

  #decide(): Decision {
    if (this.#decision !== undefined) return this.#decision;
    const response = this.#response;
    const decision = this.#exchange.decide(response.statusCode, fieldsOf(response));
    this.#decision = decision;
    if (decision === 'pass') {
      this.#release();
      return decision;
    }
    if (decision === 'not-modified') response.statusCode = 304;
    else void this.#convert();
    // So that an error that comes now ends the connection, and is not written behind what there is.
    Object.defineProperty(response, 'headersSent', { value: true, configurable: true });
    return decision;
  }

  async #convert(): Promise<void> {
    const response = this.#response;
    response.on('close', () => {
      this.#body.fail(new Error('The connection has been closed'));
      this.#exchange.abandon();
    });
    try {
      const { status, body } = await this.#exchange.convert(response.statusCode, fieldsOf(response), this.#body);
      if (response.destroyed) return;
      response.statusCode = status;
      if (body !== undefined && !isUint8Array(body)) await this.#send(body);
      this.#answer(isUint8Array(body) ? body : undefined);
    } catch {
      response.destroy();
    }
  }

  /** Writes what comes, as fast as it is taken. */
  async #send(body: AsyncIterable<Uint8Array>): Promise<void> {
    const response = this.#response;
    let resume: (() => void) | undefined;
    this.#drain.listen(() => resume?.());
    response.on('close', () => resume?.());
    this.#reveal();
    for await (const piece of body) {
      if (response.destroyed) return;
      if (this.#own.write.call(response, piece)) continue;
      await new Promise<void>((resolve) => {
        resume = resolve;
      });
    }
  }

  #answer(body: Uint8Array | undefined): void {
    const response = this.#response;
    this.#release();
    response.end(body);
    if (!this.#isWritten) drop(response);
  }

  /** Has the response say of itself what is so, and send its own header. */
  #reveal(): void {
    this.#response.writeHead = this.#own.writeHead;
    Reflect.deleteProperty(this.#response, 'headersSent');
    Reflect.deleteProperty(this.#response, 'writableEnded');
  }

  /** Leaves the response as it was. */
  #release(): void {
    this.#reveal();
    Object.assign(this.#response, this.#own);
    this.#drain.release();
  }
}

/** Has what is still written to a response that has ended go nowhere: it was not waited for, since it was known. */
function drop(response: NodeResponse): void {
  const { write, end } = response;
  response.write = (...args) => {
    callBack(args);
    return true;
  };
  response.end = (...args) => {
    Object.assign(response, { write, end });
    callBack(args);
    return response;
  };
}

function callBack(args: unknown[]): void {
  const callback = args.find((argument) => typeof argument === 'function');
  if (callback !== undefined) queueMicrotask(callback as () => void);
}

/** A copy: who has written may use the bytes again. */
function bytesOf(chunk: unknown, encoding: unknown): Uint8Array {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  return Buffer.from(chunk as Uint8Array);
}
