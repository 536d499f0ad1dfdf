// What is used of the official SDK, which a program brings.
declare module '@modelcontextprotocol/sdk/server/index.js' {
  interface Extra {
    readonly signal: AbortSignal;
  }
  interface Transport {
    start(): Promise<void>;
    close(): Promise<void>;
    send(message: never): Promise<void>;
  }
  class Server {
    constructor(info: { name: string; version: string }, options: { capabilities: object; instructions?: string });
    onerror?: (error: Error) => void;
    onclose?: () => void;
    setRequestHandler(schema: unknown, handler: (request: never, extra: Extra) => Promise<object>): void;
    connect(transport: Transport): Promise<void>;
    close(): Promise<void>;
  }
}
declare module '@modelcontextprotocol/sdk/server/stdio.js' {
  import type { Transport } from '@modelcontextprotocol/sdk/server/index.js';

  class StdioServerTransport implements Transport {
    constructor(stdin?: unknown, stdout?: unknown, options?: { maxBufferSize?: number });
    start(): Promise<void>;
    close(): Promise<void>;
    send(message: never): Promise<void>;
  }
}
declare module '@modelcontextprotocol/sdk/types.js' {
  const ListToolsRequestSchema: unknown;
  const CallToolRequestSchema: unknown;
}
