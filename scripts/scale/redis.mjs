import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';

const password = 'of-this-trial';
const port = await freePort();

/** A port that nothing listens at. */
async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A Redis that keeps what it is told, and may be killed and started again. */
export class Server {
  #folder = mkdtempSync(join(tmpdir(), 'tidemark-redis-'));
  #process;

  /** `hosts` are the addresses that it listens at. */
  constructor(hosts) {
    this.hosts = hosts;
    this.url = `redis://:${password}@${hosts[0]}:${port}`;
  }

  async start() {
    const own = ['--port', port, '--bind', ...this.hosts, '--requirepass', password, '--dir', this.#folder];
    const kept = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction'];
    this.#process = spawn('redis-server', [...own, ...kept].map(String), { stdio: 'ignore' });
    this.pid = this.#process.pid;
    for (let info; !info?.includes('loading:0'); await setTimeout(20)) info = await this.info().catch(() => '');
  }

  async info() {
    const client = new Redis(this.url, { retryStrategy: null, lazyConnect: true, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.info();
    } finally {
      client.disconnect();
    }
  }

  async usedBytes() {
    return Number(/^used_memory:(\d+)/m.exec(await this.info())[1]);
  }

  async kill() {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  async remove() {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
