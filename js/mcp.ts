import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { invalidOption } from './errors.js';
import { AllowedUrls } from './mcp/allowed.js';
import { Roots } from './mcp/files.js';
import { toolsFor } from './mcp/schemas.js';
import { callTool, isTool, type Limits } from './mcp/tools.js';
import { requireKnownKeys, requireObject } from './options.js';
import { version } from './version.js';

/** What a server may read, and how much. */
export interface McpOptions {
  /**
   * Folders whose files the tools may read.
   *
   * @default [] (none: the tools have no `path`)
   */
  readonly roots?: readonly string[] | undefined;
  /**
   * Addresses that the tools may read: `https://example.com`, `https://example.com/docs/`, `https://*.example.com`, `https://*`. What a page
   * redirects to must be among them too.
   *
   * @default [] (none: the tools have no `url`)
   */
  readonly urls?: readonly string[] | undefined;
  /**
   * Whether they may be addresses of private networks and of this machine.
   *
   * @default false
   */
  readonly privateAddresses?: boolean | undefined;
  /**
   * The most bytes of HTML of a call.
   *
   * @default 16777216 (16 MiB)
   */
  readonly maxInputBytes?: number | undefined;
  /**
   * The most bytes of Markdown, or of an extraction.
   *
   * @default 1048576 (1 MiB): what clients take of a message, 10 MiB by default, holds it twice
   */
  readonly maxOutputBytes?: number | undefined;
  /**
   * Milliseconds that a call may take, the reading of files and pages included.
   *
   * @default 30000
   */
  readonly timeout?: number | undefined;
}

/** What a transport of the SDK is, as far as it matters here. */
export interface McpTransport {
  start(): Promise<void>;
  close(): Promise<void>;
  send(message: never): Promise<void>;
}

/** A `Server` of the official SDK. */
export interface McpServer {
  connect(transport: McpTransport): Promise<void>;
  close(): Promise<void>;
  onerror?: (error: Error) => void;
  onclose?: () => void;
}

/**
 * Makes a server of the Model Context Protocol with the tools `convert`, `extract` and `chunks`. It needs `@modelcontextprotocol/sdk`,
 * whose transports it is connected to.
 *
 * @returns The server. Rejects with a `ConvertError` for options that are wrong, a folder or a pattern that is none among them, and with an `Error` without
 * the SDK.
 *
 * @example
 * const server = await createMcpServer({ urls: ['https://*.example.com'] });
 * await server.connect(new StdioServerTransport());
 */
export async function createMcpServer(options: McpOptions = {}): Promise<McpServer> {
  const limits = await limitsOf(options);
  const { Server, ListToolsRequestSchema, CallToolRequestSchema } = await sdk();
  const server: Server = new Server(
    { name: 'tidemark', version },
    { capabilities: { tools: {} }, instructions: 'Reads HTML for you: Markdown of it, its parts, or chunks of it.' },
  );
  const tools = toolsFor({ files: limits.roots.size > 0, urls: limits.urls.size > 0 });
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }: CallToolRequest, { signal }) => {
    const { name, arguments: given = {} } = params;
    if (isTool(name)) return callTool(name, given, limits, signal);
    throw Object.assign(new Error(`There is no tool ${name}, but convert, extract and chunks`), { code: -32602 });
  });
  return server;
}

interface CallToolRequest {
  params: { name: string; arguments?: Record<string, unknown> };
}

const known: readonly (keyof McpOptions)[] = [
  'roots',
  'urls',
  'privateAddresses',
  'maxInputBytes',
  'maxOutputBytes',
  'timeout',
];

async function limitsOf(given: McpOptions): Promise<Limits> {
  const options: McpOptions = requireObject(given, 'options');
  requireKnownKeys(options, 'options', known);
  return {
    roots: await Roots.open(texts('roots', options.roots)),
    urls: new AllowedUrls(texts('urls', options.urls)),
    privateAddresses: flag('privateAddresses', options.privateAddresses),
    maxInputBytes: positive('maxInputBytes', options.maxInputBytes, 2 ** 24, 2 ** 30),
    maxOutputBytes: positive('maxOutputBytes', options.maxOutputBytes, 2 ** 20, 2 ** 30),
    timeout: positive('timeout', options.timeout, 30_000, 2 ** 31 - 1),
  };
}

function texts(name: string, value: readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw invalidOption('an array of strings', `options.${name}`, value);
}

function flag(name: string, value: boolean | undefined): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw invalidOption('a boolean', `options.${name}`, value);
}

function positive(name: string, value: number | undefined, usual: number, most: number): number {
  if (value === undefined) return usual;
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw invalidOption(`an integer from 1 to ${most}`, `options.${name}`, value);
}

async function sdk() {
  try {
    const [{ Server }, { ListToolsRequestSchema, CallToolRequestSchema }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/index.js'),
      import('@modelcontextprotocol/sdk/types.js'),
    ]);
    return { Server, ListToolsRequestSchema, CallToolRequestSchema };
  } catch (error) {
    throw Object.assign(
      new Error('tidemark/mcp needs the SDK of the Model Context Protocol: npm install @modelcontextprotocol/sdk'),
      { cause: error },
    );
  }
}
