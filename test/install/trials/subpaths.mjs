// What the package has beside its main entry: the subpaths, by import and by require, and the commands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/go-env.mjs';
import { expectBackend, Failed } from '../project.mjs';
import { tool } from '../tools.mjs';
import { installers } from './managers.mjs';

const subpaths = Object.keys(JSON.parse(readFileSync(join(root, 'scripts', 'subpaths.json'), 'utf8')));

// What some are made for, and load at once or when they are used.
const peers = ['@langchain/core@1', '@modelcontextprotocol/sdk@1', 'unified@11'];

// Each says what it exports; and some are used.
const used = `
  const markdown = new turndown.default().turndown('<b>ebb</b>');
  if (markdown !== '**ebb**') throw new Error(markdown);
  const server = mcp.createMcpServer();
  if (!server) throw new Error('no server');
  console.log('backend=' + tidemark.backend().name);
`;
const asScript = `
const tidemark = require('tidemark');
${subpaths.map((name) => `const ${name} = require('tidemark/${name}');`).join('\n')}
for (const [name, exported] of Object.entries({ ${subpaths.join(', ')} }))
  if (typeof exported !== 'function' && Object.keys(exported).length === 0) throw new Error(name);
(async () => {${used.replace('turndown.default', 'turndown').replace('mcp.create', 'await mcp.create')}})();
`;
const asModule = `
import * as tidemark from 'tidemark';
${subpaths.map((name) => `import * as ${name} from 'tidemark/${name}';`).join('\n')}
for (const [name, exported] of Object.entries({ ${subpaths.join(', ')} }))
  if (Object.keys(exported).length === 0) throw new Error(name);
${used.replace('mcp.create', 'await mcp.create')}
`;

const initialize = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'user', version: '1' } },
});

/** Installs by a package manager, loads all subpaths, and starts the commands. `command` runs one of those that are installed. */
const by = (manager, command) => (make) => {
  const project = make();
  const { install, run } = installers[manager];
  install(project, 'tidemark', ...peers);
  project.write('app.cjs', asScript);
  project.write('app.mjs', asModule);
  expectBackend(run(project, 'app.cjs'), 'addon');
  const backend = expectBackend(run(project, 'app.mjs'), 'addon');
  project.write('page.html', '<h1>Ebb</h1>');
  const { stdout } = command(project, ['tidemark', 'page.html']);
  if (stdout.trim() !== '# Ebb') throw new Failed(`tidemark: ${stdout}`);
  const answer = command(project, ['tidemark-mcp'], { input: `${initialize}\n` }).stdout;
  if (JSON.parse(answer).result.serverInfo.name !== 'tidemark') throw new Failed(`tidemark-mcp: ${answer}`);
  return { backend };
};

export const trials = {
  npm11: by('npm11', (project, args, options) => project.npm(['exec', '--no', '--', ...args], options)),
  pnpm: by('pnpm', (project, args, options) => project.node([tool('pnpm'), 'exec', ...args], options)),
  'yarn4, PnP': by('yarn4, PnP', (project, args, options) => project.node([tool('yarn4'), 'run', ...args], options)),
};
