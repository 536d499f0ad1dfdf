import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../lib/go-env.mjs';
import { tidemark } from './command.mjs';
import { Server } from './redis.mjs';

const MiB = 1024 * 1024;
const count = 400;

/** Documents of a MiB for a folder that takes 200 ms for each: what is held is bounded by bytes, whatever the concurrency. */
export async function sink() {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-sink-'));
  mkdirSync(join(folder, 'site'));
  const large = `<h1>Large</h1>${'<p>Tides follow the Moon, and the Sun.</p>'.repeat(MiB / 43)}`;
  for (let n = 0; n < count; n++) writeFileSync(join(folder, 'site', `${n}.html`), large);
  const server = new Server(['127.0.0.1']);
  await server.start();
  const env = { REDIS_URL: server.url };
  const rows = [];
  const wrong = [];
  for (const held of [16, 64, 256]) {
    const queue = ['--queue', `held${held}`];
    await tidemark(['send', 'site', ...queue], { env, cwd: folder }).ended;
    const args = [
      'work',
      '--out',
      `md${held}`,
      '--concurrency',
      256,
      '--max-held-bytes',
      held * MiB,
      '--until-empty',
      ...queue,
    ];
    const slow = { ...env, NODE_OPTIONS: `--require ${join(root, 'scripts', 'scale', 'slow-sink.cjs')}` };
    const began = Date.now();
    const { code, peak } = await tidemark(args, { env: slow, cwd: folder }).ended;
    const { stdout } = await tidemark(['status', '--json', ...queue], { env }).ended;
    const { completed } = JSON.parse(stdout).jobs;
    if (code !== 0 || completed !== count) wrong.push(`sink: ${completed} of ${count} are done`);
    rows.push({
      maxHeldMiB: held,
      documents: completed,
      peakMiB: Math.round(peak / MiB),
      seconds: (Date.now() - began) / 1000,
    });
  }
  await server.remove();
  rmSync(folder, { recursive: true });
  return { rows, wrong };
}
