import { isUint8Array } from '../host/node.js';
import { DrainListeners } from './drain-listeners.js';
import type { Exchange } from './exchange.js';
import { fieldsOf, type NodeResponse, takeHead } from './node-message.js';
import { WrittenBody } from './written-body.js';

// Other middleware stands before and behind: what has been put in the place of a method stays there, and lets through what is not for it.

/** Has the header fields be looked at when they are sent, and nothing else. */
export function decideLate<Request>(exchange: Exchange<Request>, response: NodeResponse): void {
  const { writeHead } = response;
  let isDecided = false;
  response.writeHead = (...args) => {
    if (isDecided) return writeHead.apply(response, args);
    isDecided = true;
    const head = takeHead(response, args);
    exchange.decide(response.statusCode, fieldsOf(response));
    return writeHead.apply(response, head);
  };
}

/** What becomes of what is written: it is let through, or held and converted, or dropped, where it is known already. */
type Mode = 'undecided' | 'through' | 'held' | 'dropped';

/** Stands between who writes a response and the response. */
export class Interception<Request> {
  readonly #exchange: Exchange<Request>;
  readonly #response: NodeResponse;
  readonly #own: Pick<NodeResponse, 'writeHead' | 'write' | 'end'>;
  readonly #drain: DrainListeners;
  readonly #body = new WrittenBody(() => this.#drain.call());
  #mode: Mode = 'undecided';
  #sends = false; // The header is the response's own.
  #isWritten = false;

  constructor(exchange: Exchange<Request>, response: NodeResponse) {
    this.#exchange = exchange;
    this.#response = response;
    const { writeHead, write, end, flushHeaders } = response;
    this.#own = { writeHead, write, end };
    this.#drain = new DrainListeners(response);
    response.writeHead = (...args) => this.#writeHead(args);
    response.write = (...args) => this.#write(args);
    response.end = (...args) => this.#end(args);
    response.flushHeaders = () => (this.#decide() === 'through' ? flushHeaders?.call(response) : undefined);
  }

  #writeHead(args: unknown[]): NodeResponse {
    const { writeHead } = this.#own;
    if (this.#mode === 'through' || this.#sends) return writeHead.apply(this.#response, args);
    if (this.#mode !== 'undecided') return this.#response;
    const head = takeHead(this.#response, args);
    return this.#decide() === 'through' ? writeHead.apply(this.#response, head) : this.#response;
  }

  #write(args: unknown[]): boolean {
    const mode = this.#decide();
    if (mode === 'through') return this.#own.write.apply(this.#response, args);
    const [chunk, encoding] = args;
    const isTaken = mode === 'dropped' || this.#body.write(bytesOf(chunk, encoding));
    callBack(args);
    return isTaken;
  }

  #end(args: unknown[]): NodeResponse {
    const response = this.#response;
    const mode = this.#decide();
    if (mode === 'through') return this.#own.end.apply(response, args);
    const [chunk, encoding] = args;
    const callback = callbackOf(args);
    if (chunk != null && chunk !== callback && mode === 'held') this.#body.write(bytesOf(chunk, encoding));
    if (this.#sends && mode === 'dropped') callBack(args);
    else if (callback !== undefined) response.on('finish', callback);
    this.#isWritten = true;
    if (!this.#sends) Object.defineProperty(response, 'writableEnded', { value: true, configurable: true });
    this.#body.end();
    if (mode === 'dropped' && !this.#sends) this.#answer(undefined);
    return response;
  }

  #decide(): Mode {
    if (this.#mode !== 'undecided') return this.#mode;
    const response = this.#response;
    const decision = this.#exchange.decide(response.statusCode, fieldsOf(response));
    if (decision === 'pass') {
      this.#mode = 'through';
      this.#drain.release();
      return this.#mode;
    }
    // So that an error that comes now ends the connection, and is not written behind what there is.
    Object.defineProperty(response, 'headersSent', { value: true, configurable: true });
    if (decision === 'not-modified') {
      response.statusCode = 304;
      this.#mode = 'dropped';
    } else {
      this.#mode = 'held';
      void this.#convert();
    }
    return this.#mode;
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

  /** Ends the response. Where it was not waited for what is written, that goes on, and is dropped. */
  #answer(body: Uint8Array | undefined): void {
    this.#reveal();
    this.#drain.release();
    this.#mode = 'through';
    // Not both at once: that of HTTP/2 would write by what has been put in the place of write().
    if (body !== undefined && body.length > 0) this.#own.write.call(this.#response, body);
    this.#own.end.call(this.#response);
    if (!this.#isWritten) this.#mode = 'dropped';
  }

  /** Has the response say of itself what is so, and send its own header. */
  #reveal(): void {
    this.#sends = true;
    Reflect.deleteProperty(this.#response, 'headersSent');
    Reflect.deleteProperty(this.#response, 'writableEnded');
  }
}

const callbackOf = (args: unknown[]) =>
  args.find((argument) => typeof argument === 'function') as (() => void) | undefined;

function callBack(args: unknown[]): void {
  const callback = callbackOf(args);
  if (callback !== undefined) queueMicrotask(callback);
}

/** A copy: who has written may use the bytes again. */
function bytesOf(chunk: unknown, encoding: unknown): Uint8Array {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  return Buffer.from(chunk as Uint8Array);
}
