// Frameworks that build servers, as they are: with nothing said of this package, and, where that makes a difference, with what
// docs/install.md advises.
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Failed } from '../project.mjs';

const route = `
import { backend, convert } from 'tidemark';
export const dynamic = 'force-dynamic';
export async function GET() {
  return Response.json({ markdown: await convert('<h1>Ebb</h1>'), backend: backend().name });
}
`;

const routeAtEdge = `
import { backend } from 'tidemark';
import { webMarkdown } from 'tidemark/http';
export const runtime = 'edge';
const page = () => new Response('<h1>Ebb</h1>', { headers: { 'content-type': 'text/html' } });
export async function GET() {
  const answer = await webMarkdown(page)(new Request('http://localhost/', { headers: { accept: 'text/markdown' } }));
  return Response.json({ markdown: (await answer.text()).trim(), backend: backend().name });
}
`;

/** Starts a server, asks it for the page, and ends it. */
async function ask(project, args, wanted, { cwd = project.folder, path = '/api' } = {}) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const env = { PATH: project.bin, HOME: project.home, PORT: String(port), HOSTNAME: '127.0.0.1', HOST: '127.0.0.1' };
  const server = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  server.stdout.on('data', (data) => (said += data));
  server.stderr.on('data', (data) => (said += data));
  try {
    for (let tries = 0; tries < 300; tries++) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
      if (response?.ok) {
        const { markdown, backend } = await response.json();
        if (markdown !== '# Ebb' || backend !== wanted)
          throw new Failed(`wanted ${wanted}, found ${backend}: ${markdown}\n${said}`);
        return { backend };
      }
      if (response !== undefined || server.exitCode !== null) throw new Failed(`${response?.status} ${said}`);
      await setTimeout(200);
    }
    throw new Failed(`no answer\n${said}`);
  } finally {
    server.kill();
  }
}

async function next(make, config, wanted, flags = [], handler = route) {
  const project = make();
  project.npm(['install', 'tidemark', 'next@16.4.6', 'react@19', 'react-dom@19']);
  project.write('app/api/route.js', handler);
  project.write('app/layout.js', 'export default ({ children }) => <html><body>{children}</body></html>;');
  project.write('app/page.js', 'export default () => <p>ebb</p>;');
  project.write('next.config.mjs', `export default ${JSON.stringify(config)};`);
  project.node(['node_modules/next/dist/bin/next', 'build', ...flags], { env: { NEXT_TELEMETRY_DISABLED: '1' } });
  if (config.output !== 'standalone') return ask(project, ['node_modules/next/dist/bin/next', 'start'], wanted);
  const runtime = make();
  cpSync(join(project.folder, '.next', 'standalone'), runtime.folder, { recursive: true });
  rmSync(join(project.folder, 'node_modules'), { recursive: true });
  return ask(runtime, ['server.js'], wanted);
}

export const trials = {
  'Next.js': (make) => next(make, {}, 'addon'),
  'Next.js, serverExternalPackages': (make) => next(make, { serverExternalPackages: ['tidemark'] }, 'addon'),
  'Next.js, serverExternalPackages, standalone': (make) =>
    next(make, { output: 'standalone', serverExternalPackages: ['tidemark'] }, 'addon'),
  'Next.js, webpack, standalone': (make) => next(make, { output: 'standalone' }, 'wasm', ['--webpack']),
  'Next.js, at the edge': (make) => next(make, {}, 'wasm', [], routeAtEdge),
  Nitro: async (make) => {
    const project = make();
    project.npm(['install', 'tidemark', 'nitropack@2.13.6']);
    const handler = `
      import { backend, convert } from 'tidemark';
      export default defineEventHandler(async () => ({ markdown: await convert('<h1>Ebb</h1>'), backend: backend().name }));`;
    project.write('server/routes/api.get.js', handler);
    project.write('nitro.config.mjs', `export default { srcDir: 'server', compatibilityDate: '2026-01-01' };`);
    project.node(['node_modules/nitropack/dist/cli/index.mjs', 'build']);
    const runtime = make();
    cpSync(join(project.folder, '.output'), join(runtime.folder, 'out'), { recursive: true });
    rmSync(join(project.folder, 'node_modules'), { recursive: true });
    return ask(runtime, ['out/server/index.mjs'], 'addon');
  },
};
