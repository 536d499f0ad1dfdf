import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Returns a port of the loopback that nothing listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A Redis of the test's own, which keeps what it is told in a temporary folder. */
export class RedisServer {
  readonly port: number;
  readonly password: string | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), 'tidemark-redis-'));
  #process: ChildProcess | undefined;

  constructor(port: number, password?: string) {
    this.port = port;
    this.password = password;
  }

  get url(): string {
    return `redis://${this.password === undefined ? '' : `:${this.password}@`}127.0.0.1:${this.port}`;
  }

  /** Starts it, or starts it again with what it had. */
  async start(): Promise<void> {
    try {
      execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    } catch {
      throw new Error('These tests take a Redis: apt-get install redis-server');
    }
    const own = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder];
    const kept = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    const locked = this.password === undefined ? [] : ['--requirepass', this.password];
    this.#process = spawn('redis-server', [...own, ...kept, ...locked], { stdio: 'ignore' });
    while (!(await isListening(this.port))) await setTimeout(20);
  }

  /** Ends it as a failure of the machine would. */
  async kill(): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (server === undefined) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}
