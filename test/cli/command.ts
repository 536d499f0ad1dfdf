import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Outcome, root, run } from '../support/child';

export const bin = join(root, 'dist', 'cli', 'tidemark.mjs');

/** A folder for a test, in which the command runs. */
export class Place {
  readonly path = mkdtempSync(join(tmpdir(), 'tidemark-cli-'));

  /** Writes files, with the folders that they are in. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), content);
    }
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** The files below a folder, sorted. */
  files(folder = ''): string[] {
    const entries = readdirSync(join(this.path, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return files.map((file) => file.slice(join(this.path, folder).length).replace(/^\//, '')).sort();
  }

  tidemark(args: string[], input = '', env: NodeJS.ProcessEnv = {}): Outcome {
    return run(process.execPath, [bin, ...args], {
      cwd: this.path,
      input,
      env: { NO_COLOR: '', FORCE_COLOR: undefined, ...env },
    });
  }

  /** Runs a line of a shell, to which the command is known. */
  shell(line: string): Outcome {
    return run('bash', ['-c', `tidemark() { "${process.execPath}" "${bin}" "$@"; }; ${line}`], { cwd: this.path });
  }

  /** The same as a process that runs beside the test. */
  start(args: string[]) {
    const child = spawn(process.execPath, [bin, ...args], { cwd: this.path });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { child, ended, stderr: text(child.stderr) };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
