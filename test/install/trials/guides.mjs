// The guides of docs/guides/, from an empty folder to the first result: their commands as they are written, and their first program.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/go-env.mjs';
import { Failed } from '../project.mjs';

const place = join(root, 'docs', 'guides');

/** Returns the first block of a language in a guide. */
function block(guide, language) {
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(
    readFileSync(join(place, guide), 'utf8'),
  );
  if (found === null) throw new Failed(`docs/guides/${guide} has no block of ${language}`);
  return found[1];
}

function follow(make, guide) {
  const project = make();
  const commands = block(guide, 'sh').trim().split('\n');
  const started = performance.now();
  project.run('sh', ['-ec', commands.join('\n')], { env: { npm_config_registry: project.registry } });
  const [, name] = /\bcd ([\w-]+)/.exec(commands[0]) ?? [];
  const folder = join(project.folder, name);
  if (!existsSync(folder)) throw new Failed(`the commands of docs/guides/${guide} make no folder ${name}`);
  const install = (performance.now() - started) / 1000;
  writeFileSync(join(folder, 'program.mjs'), block(guide, 'js'));
  const { stdout } = project.node(['program.mjs'], { cwd: folder });
  if (stdout === '') throw new Failed(`the first program of docs/guides/${guide} prints nothing`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return {
    install,
    note: `${commands.join(' && ').split(' && ').length + 1} commands, first result after ${seconds} s`,
  };
}

export const trials = Object.fromEntries(
  readdirSync(place).map((guide) => [guide.replace('.md', ''), (make) => follow(make, guide)]),
);
