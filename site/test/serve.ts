import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Serves a folder on the loopback, as hosts of static pages do: `/a` is `a.html`. */
export async function serve(folder: string): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const files = [path, `${path}.html`, join(path, 'index.html')].map((name) => join(folder, name));
    const file = files.find((name) => existsSync(name) && statSync(name).isFile());
    response.writeHead(file ? 200 : 404, {
      'Content-Type': types[extname(file ?? '.html')] ?? 'application/octet-stream',
    });
    response.end(readFileSync(file ?? join(folder, '404.html')));
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
