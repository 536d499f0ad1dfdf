// A worker of a program's own, for what the command has no option for: node worker.mjs '{"url": …, "queue": …, "processor": {…}, "worker": {…}, "kills": true}'
import { Worker } from 'bullmq';
import { processor } from 'tidemark/bullmq';

const { url, queue, processor: options, worker: more, kills, nothing } = JSON.parse(process.argv[2]);
const rules = kills ? [{ selector: '.poison', replacement: () => process.kill(process.pid, 'SIGKILL') }] : [];
const convert = nothing ? async () => undefined : processor({ ...options, options: { rules } });
const worker = new Worker(queue, convert, { connection: { url, maxRetriesPerRequest: null }, ...more });
worker.on('error', () => undefined);
process.once('SIGTERM', () => worker.close().then(() => process.exit()));
