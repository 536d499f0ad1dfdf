import { existsSync } from 'node:fs';
import type { Shortage } from './system.js';

/** Returns the error for an addon that cannot be loaded. `chosen` says that TIDEMARK_BINARY_PATH names it. */
export function loadError(file: string, chosen: boolean, cause: unknown): Error {
  const found = existsSync(file);
  const why = found ? String((cause as Error | undefined)?.message ?? cause).split('\n')[0] : 'no such file';
  return new Error(report(file, chosen, { why: why as string, remedy: remedy(found, chosen) }), { cause });
}

/** Returns the error for an addon that must not be loaded, since the process lacks what it needs. */
export function shortageError(file: string, chosen: boolean, short: Shortage): Error {
  return new Error(report(file, chosen, short));
}

function report(file: string, chosen: boolean, { why, remedy }: Shortage): string {
  return [
    `tidemark could not load its native addon on ${process.platform}-${process.arch}, Node.js ${process.version}.`,
    'Tried:',
    `  ${file}${chosen ? ' (from TIDEMARK_BINARY_PATH)' : ''}: ${why}`,
    'What to do:',
    `  ${remedy}`,
  ].join('\n');
}

function remedy(found: boolean, chosen: boolean): string {
  if (isMusl()) {
    return 'Alpine Linux and other systems with musl cannot load addons written in Go yet (golang/go#54805). Use an image with glibc, such as node:22-slim.';
  }
  if (chosen) return 'Let TIDEMARK_BINARY_PATH name an addon built for this platform, or unset it.';
  const rebuild = 'run `npm rebuild tidemark` with Go 1.25 or newer and a C compiler installed.';
  if (!found)
    return `The addon is built on installation, unless scripts are switched off (--ignore-scripts): ${rebuild}`;
  return `The addon was probably built on another platform or system: ${rebuild}`;
}

// Node.js built against glibc says so in its report; the network part of a report can take seconds. A runtime may refuse to make one,
// as Deno does without permission, which must not hide why the addon was not loaded.
function isMusl(): boolean {
  try {
    return process.platform === 'linux' && process.report !== undefined && !reportsGlibc();
  } catch {
    return false;
  }
}

function reportsGlibc(): boolean {
  const report = process.report as typeof process.report & { excludeNetwork?: boolean };
  const before = report.excludeNetwork;
  report.excludeNetwork = true;
  const { header } = report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  if (before !== undefined) report.excludeNetwork = before;
  return header.glibcVersionRuntime !== undefined;
}
