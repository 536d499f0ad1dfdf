// What workers do when all goes wrong, and what they cost: npm run test:scale -- [--documents N] [--runs N] [--jobs N] [--only killed,poison,sink,small]
//
//   killed   three workers, in network namespaces of their own where that is permitted, that are killed with their Redis again and again
//   poison   a document that kills each worker that has it, among others
//   sink     a folder for results that takes its time
//   small    many small jobs: jobs a second, beside the same files converted by one command; the memory of Redis
//
// It takes redis-server, and some minutes. It exits with 1 if a document is lost, or there twice, or not what it would be without a queue.
import { parseArgs } from 'node:util';
import { killed } from './scale/killed.mjs';
import { poison } from './scale/poison.mjs';
import { sink } from './scale/sink.mjs';
import { small } from './scale/small.mjs';

const trials = { killed, poison, sink, small };
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '5' },
    jobs: { type: 'string', default: '100000' },
    only: { type: 'string', default: Object.keys(trials).join() },
  },
});
const sizes = { documents: Number(values.documents), runs: Number(values.runs), jobs: Number(values.jobs) };

const faults = [];
for (const name of values.only.split(',')) {
  console.log(`\n${name}`);
  const { rows, wrong } = await trials[name](sizes);
  console.table(rows);
  faults.push(...wrong);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
