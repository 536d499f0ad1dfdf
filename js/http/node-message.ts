import type { RequestHead } from './exchange.js';
import type { HeaderFields } from './header-fields.js';

// What is used of the messages of node:http and node:http2, which these have the types of where there are types of Node.js.

export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
}

export interface NodeResponse {
  statusCode: number;
  statusMessage: string;
  destroyed: boolean;
  getHeader(name: string): number | string | string[] | undefined;
  setHeader(name: string, value: string | string[]): unknown;
  removeHeader(name: string): void;
  flushHeaders?(): void;
  destroy(): unknown;
  // biome-ignore-start lint/suspicious/noExplicitAny: they have overloads.
  writeHead(...args: any[]): any;
  write(...args: any[]): boolean;
  end(...args: any[]): any;
  on(event: any, listener: any): any;
  addListener(event: any, listener: any): any;
  off(event: any, listener: any): any;
  removeListener(event: any, listener: any): any;
  // biome-ignore-end lint/suspicious/noExplicitAny: as above
}

export const textOf = (value: number | string | string[] | undefined): string | null =>
  value === undefined ? null : Array.isArray(value) ? value.join(', ') : String(value);

export function headOf(request: NodeRequest): RequestHead {
  const { headers, method = '', url = '' } = request;
  const { originalUrl = url } = request as { originalUrl?: string }; // of Express, where it shortens the other
  return {
    method,
    url: `${textOf(headers['host'] ?? headers[':authority']) ?? ''}${originalUrl}`,
    get: (name) => textOf(headers[name]),
  };
}

/** Changes the header fields of a request: undefined takes one away. */
export function change({ headers }: NodeRequest, changes: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete headers[name];
    else headers[name] = value;
  }
}

export const fieldsOf = (response: NodeResponse): HeaderFields => ({
  get: (name) => textOf(response.getHeader(name)),
  set: (name, value) => void response.setHeader(name, value),
  delete: (name) => response.removeHeader(name),
});

/** Sets on a response what the arguments of `writeHead` say, where it can be changed. Returns what is left of them. */
export function takeHead(response: NodeResponse, args: unknown[]): unknown[] {
  const [status, second, third] = args as [number, unknown, unknown];
  const reason = typeof second === 'string' ? second : undefined;
  const given = reason === undefined ? (third ?? second) : third;
  const set = new Set<string>(); // a name that comes again has another value beside the one before
  for (const [name, value] of pairsOf(given)) {
    const before = set.has(name.toLowerCase()) ? response.getHeader(name) : undefined;
    set.add(name.toLowerCase());
    response.setHeader(name, (before === undefined ? value : [before, value].flat()) as string | string[]);
  }
  response.statusCode = status;
  if (reason === undefined) return [status];
  response.statusMessage = reason;
  return [status, reason];
}

/** The names and values of headers, which may be an object, a list of pairs, or a list of names and values. */
function pairsOf(headers: unknown): [string, unknown][] {
  if (typeof headers !== 'object' || headers === null) return [];
  if (!Array.isArray(headers)) return Object.entries(headers).filter(([, value]) => value !== undefined);
  if (Array.isArray(headers[0])) return headers as [string, unknown][];
  return Array.from({ length: headers.length / 2 }, (_, i) => [String(headers[2 * i]), headers[2 * i + 1]]);
}
