import { concatenated } from '../host/node.js';
import { prefersMarkdown } from './accept.js';
import { Body } from './body.js';
import type { Page } from './cache.js';
import { decoded } from './decode.js';
import { checkedTag, digestTag, includesTag, ofHtml, withMark } from './entity-tags.js';
import {
  describeLength,
  describeMarkdown,
  describeNotModified,
  type HeaderFields,
  hasDirective,
  htmlCharset,
  varyByAccept,
} from './header-fields.js';
import { followed, readUpTo, tooLarge, within } from './pieces.js';
import type { Settings } from './settings.js';

/** What a request says, for all hosts. */
export interface RequestHead {
  method: string;
  /** What tells the resource from all others. */
  url: string;
  /** The value of a header field, by its name in lower case. */
  get(name: string): string | null | undefined;
}

/** What becomes of an answer: it goes its way, it says without a body that nothing has changed (304), or it is made Markdown. */
export type Decision = 'pass' | 'not-modified' | 'convert';

/** An answer whose header fields have been made right. */
export interface Answer {
  status: number;
  body: Uint8Array | AsyncGenerator<Uint8Array, void, undefined> | undefined;
}

// No content, or a part of it.
const partial = [204, 205, 206, 304];

/** A request and its answer, on the way between who answers in HTML and who may ask for Markdown. */
export class Exchange<Request> {
  /** Whether Markdown is asked for. */
  readonly wants: boolean;
  /** What those who answer are to be asked instead: header fields, and undefined for those that go. */
  readonly instead: Readonly<Record<string, string | undefined>>;
  readonly #settings: Settings<Request>;
  readonly #request: Request;
  readonly #head: RequestHead;
  readonly #ifNoneMatch: string | undefined;
  readonly #abandoned = new AbortController();
  #body: Body | undefined;

  /** Returns undefined if a request is none that may be answered in Markdown. */
  static begin<Request>(
    settings: Settings<Request>,
    request: Request,
    head: RequestHead,
  ): Exchange<Request> | undefined {
    if ((head.method !== 'GET' && head.method !== 'HEAD') || !settings.isFor(request)) return undefined;
    return new Exchange(settings, request, head);
  }

  private constructor(settings: Settings<Request>, request: Request, head: RequestHead) {
    this.#settings = settings;
    this.#request = request;
    this.#head = head;
    this.wants = prefersMarkdown(head.get('accept'));
    this.#ifNoneMatch = this.wants ? (head.get('if-none-match') ?? undefined) : undefined;
    this.instead = this.wants ? this.#changes() : {};
  }

  // Ranges of the HTML are none of the Markdown, which may be sent whole instead. Tags are those of the Markdown; the rest of those are
  // looked at when there is an answer. A date does not count beside them.
  #changes(): Record<string, string | undefined> {
    const changes: Record<string, string | undefined> = {};
    for (const name of ['range', 'if-range']) if (this.#head.get(name) != null) changes[name] = undefined;
    if (this.#ifNoneMatch !== undefined) {
      changes['if-none-match'] = ofHtml(this.#ifNoneMatch, this.#settings.mark);
      if (this.#head.get('if-modified-since') != null) changes['if-modified-since'] = undefined;
    }
    return changes;
  }

  /** Decides what becomes of an answer, by its status and its header fields, and has those say so unless it is to be converted. */
  decide(status: number, fields: HeaderFields): Decision {
    const isHtml = htmlCharset(fields.get('content-type')) !== undefined;
    if (isHtml || status === 304) varyByAccept(fields);
    if (!this.wants) return 'pass';
    const tag = checkedTag(fields.get('etag'));
    const converts = isHtml && isWhole(status, fields) && !hasDirective(fields, 'no-transform');
    const own = tag && (converts || status === 304) ? withMark(tag, this.#settings.mark) : tag;
    if (own && status === 200 && this.#ifNoneMatch !== undefined && includesTag(this.#ifNoneMatch, own)) {
      describeNotModified(fields, own);
      return 'not-modified';
    }
    if (own && status === 304) fields.set('etag', own);
    return converts ? 'convert' : 'pass';
  }

  /** Makes an answer Markdown that is to be converted. It never fails: what cannot be converted stays what it is. */
  async convert(status: number, fields: HeaderFields, source: AsyncIterable<Uint8Array>): Promise<Answer> {
    const body = new Body(source);
    this.#body = body;
    try {
      return await this.#convert(status, fields, body);
    } catch (error) {
      this.#report(error);
      return { status, body: body.again() };
    }
  }

  /** Says that nobody waits for the answer any more. */
  abandon(): void {
    this.#abandoned.abort();
    this.#body?.cancel();
  }

  async #convert(status: number, fields: HeaderFields, body: Body): Promise<Answer> {
    const { cache, maxBufferedBytes, maxInputBytes } = this.#settings;
    const tag = checkedTag(fields.get('etag'));
    const charset = htmlCharset(fields.get('content-type')) as string;
    const isShared = !hasDirective(fields, 'no-store', 'private');
    // Another user's answer may have the same tag, where tags are careless: what is not for all is known by its content alone.
    let key = tag && isShared ? `${this.#head.url}\n${tag}` : undefined;
    const cached = key && cache.get(key);
    if (tag && cached) {
      body.cancel();
      return this.#answer(status, fields, withMark(tag, this.#settings.mark), cached);
    }
    const coding = fields.get('content-encoding')?.trim().toLowerCase() || 'identity';
    if (coding === 'identity' && Number(fields.get('content-length')) > maxInputBytes) throw tooLarge(maxInputBytes);
    const pieces = within(maxInputBytes, decoded(body.pieces(), coding));
    const { read, isAll } = await readUpTo(maxBufferedBytes, pieces);
    this.#abandoned.signal.throwIfAborted();
    if (!isAll) return this.#stream(status, fields, charset, tag, body, followed(read, pieces));
    const html = read.length === 1 ? (read[0] as Uint8Array) : concatenated(read);
    if (html.length === 0 && this.#head.method === 'HEAD') {
      describeMarkdown(fields, tag && withMark(tag, this.#settings.mark));
      return { status, body: undefined };
    }
    const digested = key === undefined || tag === undefined ? await digestTag(html) : '';
    key ??= `${digested} ${charset}`;
    const own = withMark(tag ?? digested, this.#settings.mark);
    if (tag === undefined && status === 200 && this.#ifNoneMatch !== undefined && includesTag(this.#ifNoneMatch, own)) {
      describeNotModified(fields, own);
      return { status: 304, body: undefined };
    }
    const page = (isShared ? cache.get(key) : undefined) ?? (await this.#settings.convert(key, html, charset));
    if (isShared) cache.set(key, page);
    return this.#answer(status, fields, own, page);
  }

  #answer(status: number, fields: HeaderFields, tag: string, { bytes, tokens }: Page): Answer {
    describeMarkdown(fields, tag);
    describeLength(fields, bytes.length);
    if (tokens !== undefined) fields.set('x-markdown-tokens', String(tokens));
    return { status, body: bytes };
  }

  // Until the first of it there is a way back to the HTML.
  async #stream(
    status: number,
    fields: HeaderFields,
    charset: string,
    tag: string | undefined,
    body: Body,
    html: AsyncGenerator<Uint8Array, void, undefined>,
  ): Promise<Answer> {
    const call = { signal: this.#abandoned.signal, timeout: this.#settings.timeout, output: 'bytes' } as const;
    const markdown = this.#settings.converterFor(charset).convertStream(html, call);
    const first = await markdown.next();
    body.forget();
    describeMarkdown(fields, tag && withMark(tag, this.#settings.mark));
    return { status, body: this.#sent(first, markdown, body) };
  }

  async *#sent(first: IteratorResult<Uint8Array, void>, markdown: AsyncGenerator<Uint8Array>, body: Body) {
    try {
      if (first.done) return;
      yield first.value;
      yield* markdown;
    } catch (error) {
      this.#report(error);
      throw error;
    } finally {
      void markdown.return(undefined).catch(() => undefined);
      body.cancel();
    }
  }

  #report(error: unknown): void {
    if (!this.#abandoned.signal.aborted) this.#settings.report(error, this.#request);
  }
}

const isWhole = (status: number, fields: HeaderFields) =>
  status >= 200 && !partial.includes(status) && fields.get('content-range') === null;
