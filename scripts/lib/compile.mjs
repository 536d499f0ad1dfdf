// How Go makes a library of one of this repository's commands.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { capture, Missing } from './go-env.mjs';
import { profiled } from './profile.mjs';

/**
 * Compiles a command, such as ./addon, to a file. `linker` is for the linker of C; `flags` are other flags of `go build`; `budget` is that of
 * lib/profile.mjs.
 */
export function compile(command, file, { env, tags = '', flags = [], linker = '', budget }) {
  // A process may have the old file mapped: the new one is made beside it, and takes its place whole. The name of the file may become a
  // part of it.
  const scratch = join(dirname(file), `.${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  try {
    const made = join(scratch, basename(file));
    // -mod and -buildvcs: neither the user's GOFLAGS nor the state of a surrounding repository changes the result.
    const args = ['build', '-buildmode=c-shared', '-mod=readonly', '-buildvcs=false', '-trimpath'];
    args.push('-ldflags', `-s -w -buildid=${linker && ` -extldflags '${linker}'`}`);
    args.push('-gcflags', profiled(budget), '-tags', tags, ...flags, '-o', made);
    const result = capture('go', [...args, command], env);
    if (result.status !== 0) throw new Missing(`${command} did not build.\n${result.stderr || result.error?.message}`);
    renameSync(made, file);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
