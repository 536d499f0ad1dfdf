#!/usr/bin/env node
// The program tidemark-mcp: a server on standard input and output.
import { parseArgs } from 'node:util';
import { createMcpServer } from '../mcp.js';
import { version } from '../version.js';
import { wholeLines } from './lines.js';

const help = `Usage: tidemark-mcp [options]

A server of the Model Context Protocol on standard input and output, with the tools convert, extract and chunks. They take HTML, and
what these allow:

  --root DIR               files in this folder (may be given several times)
  --allow-url PATTERN      pages such as https://example.com/docs/, https://*.example.com or https://* (may be given several times)
  --allow-private          pages of private networks and of this machine too
  --max-input-bytes N      of HTML (16777216)
  --max-output-bytes N     of Markdown, or of an extraction (1048576)
  --timeout MS             of a call, with the reading (30000)
  --help, --version
`;

const options = {
  root: { type: 'string', multiple: true },
  'allow-url': { type: 'string', multiple: true },
  'allow-private': { type: 'boolean' },
  'max-input-bytes': { type: 'string' },
  'max-output-bytes': { type: 'string' },
  timeout: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

/** Serves until standard input ends. Resolves with the status of the process. */
export async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) return print(help);
    if (values.version) return print(`${version}\n`);
    const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
    return await serve({
      roots: values.root,
      urls: values['allow-url'],
      privateAddresses: values['allow-private'],
      maxInputBytes: number(values['max-input-bytes']),
      maxOutputBytes: number(values['max-output-bytes']),
      timeout: number(values.timeout),
    });
  } catch (error) {
    complain(error as Error);
    return 2;
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

// Standard output belongs to the protocol. Options are called as the command line calls them.
const complain = ({ message }: Error) =>
  process.stderr.write(`tidemark-mcp: ${message.replaceAll(/\boptions\.(\w+)/g, (name, own) => flags[own] ?? name)}\n`);

const flags: Readonly<Record<string, string>> = {
  roots: '--root',
  urls: '--allow-url',
  maxInputBytes: '--max-input-bytes',
  maxOutputBytes: '--max-output-bytes',
  timeout: '--timeout',
};

// A message holds HTML as JSON, in which a character may take six bytes.
const roomForMessage = (maxInputBytes = 2 ** 24) => 6 * maxInputBytes + 2 ** 16;

// Milliseconds that calls in flight are given when standard input has ended; then they are aborted.
const graceAfterEnd = 1000;

async function serve(given: Parameters<typeof createMcpServer>[0] & object): Promise<number> {
  const server = await createMcpServer(given);
  const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
  const most = roomForMessage(given.maxInputBytes);
  const messages = process.stdin.pipe(wholeLines(most));
  const transport = new StdioServerTransport(messages, process.stdout, { maxBufferSize: 2 * most });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  server.onerror = (error) => {
    complain(error);
    process.exitCode = 1;
  };
  // Who has written all may still read. With nothing in flight the process ends by itself.
  process.stdin.once('end', () => setTimeout(() => server.close(), graceAfterEnd).unref());
  messages.once('error', () => server.close());
  process.stdout.once('error', () => server.close());
  await server.connect(transport);
  await closed;
  process.stdin.destroy();
  return Number(process.exitCode ?? 0);
}

if (require.main === module) {
  main(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  });
}
