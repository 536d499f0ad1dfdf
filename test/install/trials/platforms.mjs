// The addon of each platform once more, from another folder: it must be the same, byte by byte.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../../../scripts/lib/go-env.mjs';
import { addonOf, platforms } from '../../../scripts/lib/packages.mjs';
import { Failed } from '../project.mjs';
import { Unreachable } from '../tools.mjs';

const sources = ['addon', 'core', 'internal', 'pool', 'scripts', 'go.mod', 'go.sum', 'package.json'];

const again = (name) => () => {
  const first = addonOf(name);
  if (!existsSync(first))
    throw new Unreachable(`there is no ${relative(root, first)}: npm run build:platform -- ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-platform-'));
  try {
    for (const source of sources) cpSync(join(root, source), join(folder, source), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'build'));
    const toolchains = join(root, 'build', 'toolchains');
    if (existsSync(toolchains)) symlinkSync(toolchains, join(folder, 'build', 'toolchains'));
    const built = spawnSync(process.execPath, ['scripts/build-platform.mjs', name], { cwd: folder, encoding: 'utf8' });
    if (built.status !== 0) throw new Failed(built.stderr);
    const bytes = readFileSync(first);
    if (!bytes.equals(readFileSync(join(folder, relative(root, first))))) throw new Failed('it is not the same again');
    return { bytes: bytes.length, note: createHash('sha256').update(bytes).digest('hex').slice(0, 16) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const trials = Object.fromEntries(Object.keys(platforms).map((name) => [name, again(name)]));
