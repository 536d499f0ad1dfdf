// Installs the archives of a release on this machine, from their folder, and converts with them: node test/install/archives.mjs FOLDER
// [--backend wasm]. It needs nothing but npm.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { backend: { type: 'string', default: 'addon' } },
  allowPositionals: true,
});
const archives = resolve(positionals[0]);
const project = mkdtempSync(join(tmpdir(), 'tidemark-archives-'));

function run(command, args) {
  const windows = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd: project, stdio: 'inherit', shell: windows && command === 'npm' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${status}`);
}

try {
  const names = readdirSync(archives).filter((name) => name.endsWith('.tgz'));
  const nameOf = (file) => file.replace(/-\d+\.\d+\.\d+.*$/, '').replace(/^tidemark-/, '@tidemark/');
  // As they are named by the package itself, but from the folder.
  const files = Object.fromEntries(names.map((file) => [nameOf(file), `file:${join(archives, file)}`]));
  const { tidemark, '@tidemark/wasm': wasm, ...platforms } = files;
  const manifest = {
    private: true,
    dependencies: { tidemark, '@tidemark/wasm': wasm },
    optionalDependencies: platforms,
  };
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ ...manifest, overrides: { '@tidemark/wasm': '$@tidemark/wasm' } }),
  );
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts']);
  writeFileSync(
    join(project, 'app.cjs'),
    `const { backend, convert, convertSync } = require('tidemark');
     const html = '<h1>Ebb</h1><p>and <b>flow</b></p>'.repeat(1000);
     Promise.all(Array.from({ length: 200 }, () => convert(html))).then((all) => {
       if (!all.every((markdown) => markdown === convertSync(html))) throw new Error('different');
       if (backend().name !== '${values.backend}') throw new Error(JSON.stringify(backend()));
       console.log(backend(), process.platform, process.arch, process.version);
     });`,
  );
  run(process.execPath, ['app.cjs']);
} finally {
  rmSync(project, { recursive: true, force: true });
}
