import type { Redis } from 'ioredis';
import { UsageError } from '../usage-error.js';
import { load } from './load.js';

export type BullMQ = typeof import('bullmq');

/** BullMQ, and the client that it takes. */
export function loadBullMQ(): { readonly bullmq: BullMQ; readonly Redis: typeof Redis } {
  const [bullmq, ioredis] = load(['bullmq', 'ioredis'], 'A queue') as [BullMQ, typeof import('ioredis')];
  return { bullmq, Redis: ioredis.Redis };
}

/** Redis cannot be reached, or lets nobody in. */
export class RedisError extends Error {}

/** Reads an address of Redis: that which is given, else that of the environment. */
export function addressOf(given: unknown): URL {
  const text = (given ?? process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379') as string;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^rediss?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new UsageError(
    `--redis takes an address such as redis://127.0.0.1:6379, but ${JSON.stringify(shown(text))} was given`,
  );
}

/** An address without the password in it. */
export const shown = (address: URL | string): string => String(address).replace(/(\/\/[^/@:]*):[^/@]*@/, '$1:…@');

/** How connections begin that serve as long as the process lives: they wait for Redis where it is away. */
export const lasting = (url: URL) => ({
  url: url.href,
  maxRetriesPerRequest: null,
  retryStrategy: (times: number) => Math.min(times * 200, 5000), // ms
});

/**
 * Returns a connection, which stays: it comes back where Redis goes and comes. Throws a {@link RedisError} for want of a password at once, and where nobody
 * answers after `patience` milliseconds.
 */
export async function connected(
  Client: typeof Redis,
  url: URL,
  patience: number,
  signal?: AbortSignal,
): Promise<Redis> {
  const until = Date.now() + patience;
  for (;;) {
    const client = new Client(url.href, { ...lasting(url), lazyConnect: true });
    const error = await connect(client);
    if (error === undefined) return client;
    client.disconnect();
    if (isRefusal(error)) throw new RedisError(`Redis at ${shown(url)} lets nobody in so: ${error.message}`);
    if (signal?.aborted || Date.now() >= until)
      throw new RedisError(`Redis at ${shown(url)} cannot be reached: ${error.message}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const isRefusal = ({ message }: Error) =>
  /\b(?:NOAUTH|WRONGPASS|NOPERM)\b|invalid (?:username-)?password|DB index/i.test(message);

/** Returns what is wrong with a connection, if something is. */
function connect(client: Redis): Promise<Error | undefined> {
  return new Promise((resolve) => {
    client.on('error', (error: Error) => resolve(error));
    client
      .connect()
      .then(() => client.ping())
      .then(() => resolve(undefined), resolve);
  });
}
