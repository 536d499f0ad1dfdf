// Asks a server the same over a number of connections for some time, each waiting for its answer: in a process of its own, so that the server has its event
// loop for itself.   node http-load.mjs '{"port":…,"file":…,"connections":…,"milliseconds":…}'
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const { port, file, connections, milliseconds } = JSON.parse(process.argv[2]);
const body = readFileSync(file);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const headers = { 'content-type': 'text/html', 'content-length': body.length };

const ask = () =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, agent, method: 'POST', headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200 && bytes > 0) resolve();
        else reject(new Error(`status ${response.statusCode} and ${bytes} bytes`));
      });
    });
    asked.on('error', reject).end(body);
  });

const times = [];
const started = performance.now();
const work = async () => {
  for (let from = performance.now(); from - started < milliseconds; from = performance.now()) {
    await ask();
    times.push(performance.now() - from);
  }
};
await Promise.all(Array.from({ length: connections }, work));
const elapsed = performance.now() - started;
agent.destroy();
process.stdout.write(JSON.stringify({ elapsed, times: times.sort((a, b) => a - b) }));
