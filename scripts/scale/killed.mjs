import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { tidemark } from './command.mjs';
import { faultsOf, writePages } from './documents.mjs';
import { networks } from './networks.mjs';
import { Server } from './redis.mjs';

const count = 3; // workers
const patience = 5 * 60 * 1000; // ms for one run

/** Kills workers and Redis while they work, and looks at what is there in the end. */
export async function killed({ documents, runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-killed-'));
  writePages(join(folder, 'site'), documents);
  const net = networks(count);
  const server = new Server(net === undefined ? ['127.0.0.1'] : [net.host, '127.0.0.1']);
  await server.start();
  const rows = [];
  const wrong = [];
  try {
    for (let run = 1; run <= runs; run++) {
      const row = await once({ run, documents, folder, net, server });
      const faults = faultsOf(join(folder, `md${run}`), documents);
      if (row.failed > 0 || row.completed !== documents)
        faults.push(`${row.completed} jobs are done and ${row.failed} have failed`);
      rows.push({ run, ...row, faults: faults.length });
      wrong.push(...faults.map((fault) => `killed, run ${run}: ${fault}`));
      rmSync(join(folder, `md${run}`), { recursive: true });
    }
  } finally {
    net?.remove();
    await server.remove();
    rmSync(folder, { recursive: true });
  }
  return { rows, wrong };
}

async function once({ run, documents, folder, net, server }) {
  const env = { REDIS_URL: server.url };
  const queue = ['--queue', `run${run}`];
  const began = Date.now();
  await tidemark(['send', join(folder, 'site'), '--files', join(folder, 'site'), ...queue], { env }).ended;
  const tally = { workers: net === undefined ? 'processes' : 'namespaces', killed: 0, redisKilled: 0, cutOff: 0 };
  const args = [
    'work',
    '--files',
    join(folder, 'site'),
    '--out',
    join(folder, `md${run}`),
    '--concurrency',
    4,
    ...queue,
  ];
  const begin = (n) => tidemark(args, { env, within: net?.of(n) ?? [] });
  const workers = Array.from({ length: count }, (_, n) => begin(n));

  const results = () =>
    existsSync(join(folder, `md${run}`)) ? readdirSync(join(folder, `md${run}`), { recursive: true }).length : 0;
  for (let step = 0; results() < documents * 0.9 && Date.now() - began < patience / 2; step++) {
    // Somebody has to be at work to be killed at it.
    const before = results();
    while (results() < Math.min(before + documents * 0.04, documents)) await setTimeout(20);
    await setTimeout(Math.random() * 200);
    const n = Math.floor(Math.random() * count);
    if (step % 5 === 3) {
      tally.redisKilled++;
      await server.kill();
      await setTimeout(Math.random() * 1000);
      await server.start();
    } else if (step % 5 === 4 && net?.cut(n, true)) {
      tally.cutOff++;
      await setTimeout(1000);
      net.cut(n, false);
    } else {
      tally.killed++;
      workers[n].child.kill('SIGKILL');
      await workers[n].ended;
      workers[n] = begin(n);
    }
  }
  let jobs;
  do {
    await setTimeout(500);
    const { stdout } = await tidemark(['status', '--json', ...queue], { env }).ended;
    jobs = stdout === '' ? undefined : JSON.parse(stdout).jobs;
  } while ((jobs === undefined || jobs.waiting + jobs.active + jobs.delayed > 0) && Date.now() - began < patience);
  for (const { child } of workers) child.kill('SIGTERM');
  const codes = await Promise.all(workers.map(({ ended }) => ended.then(({ code }) => code)));
  const left = readdirSync(join(folder, `md${run}`, '.tidemark')).length;
  return {
    ...tally,
    completed: jobs.completed,
    failed: jobs.failed,
    half: left,
    codes: codes.join(),
    seconds: Math.round((Date.now() - began) / 1000),
  };
}
