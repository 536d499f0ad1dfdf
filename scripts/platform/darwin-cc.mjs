// The C compiler of Go for macOS: what follows is the real one, with its arguments.
//
// When Go links, what blocks signals while the library is loaded is put before all else: initialisers run there in the order in which
// they were linked, and Go's own must come after it. See addon/signals.c.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [command, ...args] = process.argv.slice(2);
const isZig = args[0] === 'cc';
const isLink = args.findIndex((arg) => /(^|\/)go\.o$/.test(arg));

/** Zig's linker does not know some options, and keeps names of temporary files in the table of symbols unless it is left out. */
const known = (arg) => (!isZig ? [arg] : arg === '-Wl,-x' ? [] : arg === '-Wl,-S' ? ['-s'] : [arg]);

function run(args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) throw error;
  return status ?? 1;
}

if (isLink < 0) {
  process.exitCode = run(args.flatMap(known));
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'tidemark-cc-'));
  try {
    const object = join(scratch, 'first.o');
    // All that says for which platform: what follows is for the linker.
    const target = isZig
      ? args.slice(0, args.indexOf('-target') + 2)
      : args.filter((arg, i) => arg === '-arch' || args[i - 1] === '-arch');
    const source = join(import.meta.dirname, 'darwin-first.c');
    const compiled = run([...target, '-O2', '-g0', '-c', '-o', object, source]);
    process.exitCode = compiled || run([...args.slice(0, isLink), object, ...args.slice(isLink)].flatMap(known));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
