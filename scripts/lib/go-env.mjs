// What every script needs to run Go on this repository: where it is, and the environment in which cgo finds Node-API.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const oldestGo = [1, 25];
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** A condition that the user can mend: shown as one sentence, without a stack. */
export class Missing extends Error {}

/** Runs a command in the repository and returns its result, with output as text. */
export function capture(command, args, env = process.env) {
  const cwd = plainRoot();
  return spawnSync(command, args, { cwd, env: { ...env, PWD: cwd }, encoding: 'utf8', maxBuffer: 1 << 28 });
}

// Go refuses flags for the C compiler with some signs in them, and the name of this folder is a part of one. So where it is such a name
// Go is run in a link to the folder.
function plainRoot() {
  if (!/[^\w./@%+,:=~ -]/.test(root) || process.platform === 'win32') return root;
  const link = join(tmpdir(), `tidemark-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  try {
    symlinkSync(root, link);
  } catch (error) {
    if (error.code !== 'EEXIST' || realpathSync(link) !== realpathSync(root)) throw error;
  }
  return link;
}

// What a user has set for programs of their own, and what is built here must not follow: a go.work of a project that this package is
// installed in knows nothing of this module.
const neutral = { GOWORK: 'off', GOOS: '', GOARCH: '', GOAMD64: '', GOARM64: '', GOEXPERIMENT: '' };

/** The environment for Go commands. Throws Missing if Go, a C compiler or the Node-API headers are not there. */
export function goEnv() {
  const env = { ...process.env, ...neutral, CGO_ENABLED: '1', CGO_CFLAGS: cFlags(process.env.CGO_CFLAGS ?? '-O2') };
  const found = goSettings(env);
  env.CC = compiler(found.CC);
  return vectorized(env, found);
}

/** The environment for Go commands for another platform; with cgo, the C compiler is the caller's. Throws Missing if Go is not there. */
export function goEnvFor(GOOS, GOARCH, CGO_ENABLED = '1') {
  const env = { ...process.env, ...neutral, CGO_ENABLED, CGO_LDFLAGS: '', GOOS, GOARCH };
  return vectorized(env, goSettings(env));
}

// The Go whose vectors, which are an experiment of it, core/internal/vector knows.
const vectorGo = [1, 26];

// What is built for amd64 looks at text by vectors where Go can, which changes nothing of what is written.
function vectorized(env, { GOARCH, release }) {
  const knows = GOARCH === 'amd64' && String(release) === String(vectorGo);
  return knows ? { ...env, GOEXPERIMENT: 'simd' } : env;
}

/** The flags with which the C files of the addon are compiled, beside others. */
export const cFlags = (others) => `${others} "-I${headers()}" '-DTIDEMARK_VERSION="${version}"'`;

/** The folder of the Node-API headers. */
export function headers() {
  try {
    return createRequire(import.meta.url)('node-api-headers').include_dir;
  } catch {
    throw new Missing('The package node-api-headers is missing. Run `npm install` first.');
  }
}

function goSettings(env) {
  const wanted = `Go ${oldestGo.join('.')} or newer`;
  const result = capture('go', ['env', '-json', 'GOVERSION', 'GOARCH', 'CC'], env);
  if (result.error)
    throw new Missing(
      `Go is missing. Install ${wanted} from your system's packages or https://go.dev/dl and put it on PATH.`,
    );
  // An older Go reads `go 1.25` in go.mod and refuses, unless it may download a newer one.
  if (result.status !== 0) throw new Missing(`Go cannot be used: ${result.stderr.trim()}. Install ${wanted}.`);
  const settings = JSON.parse(result.stdout);
  const release = (/(\d+)\.(\d+)/.exec(settings.GOVERSION) ?? []).slice(1).map(Number);
  const [major, minor] = release;
  if (major < oldestGo[0] || (major === oldestGo[0] && minor < oldestGo[1])) {
    throw new Missing(`This Go is ${settings.GOVERSION}. Install ${wanted}.`);
  }
  return { ...settings, release };
}

// CC may hold arguments (`zig cc`), which Go allows too.
function compiler(preferred) {
  const chosen = process.env.CC;
  const candidates = chosen ? [chosen] : [preferred, 'cc', 'gcc', 'clang'];
  for (const candidate of candidates) {
    const [command, ...args] = candidate.split(' ');
    if (!capture(command, [...args, '--version']).error) return candidate;
  }
  if (chosen) throw new Missing(`The C compiler that CC names, ${chosen}, is missing.`);
  throw new Missing(
    'A C compiler is missing. Install gcc or clang (Debian: `apt-get install gcc libc6-dev`), or name one in CC.',
  );
}
