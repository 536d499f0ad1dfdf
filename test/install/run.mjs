// Installs the packages of this checkout as users would, and uses them: npm run test:install [-- NAME...]
//
// They are made as they would be published, published to a registry on this machine, and installed from there, where neither Go nor a
// C compiler is to be had. Each trial is a function in trials/; those whose programs cannot be had are left out, by name. --list tells
// the names; --json FILE keeps what is printed.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addonOf, platforms, stage } from '../../scripts/lib/packages.mjs';
import { Failed, Project } from './project.mjs';
import { publish, startRegistry } from './registry.mjs';
import { Unreachable } from './tools.mjs';

const here = join(import.meta.dirname, 'trials');

async function allTrials() {
  const all = [];
  for (const file of readdirSync(here).sort()) {
    const { trials } = await import(join(here, file));
    for (const [name, trial] of Object.entries(trials))
      all.push({ name: `${file.replace('.mjs', '')}/${name}`, trial });
  }
  return all;
}

async function attempt({ name, trial }, registry) {
  const started = performance.now();
  const projects = [];
  const make = (folder) => {
    const project = new Project(registry, folder);
    projects.push(project);
    return project;
  };
  try {
    const found = (await trial(make, registry)) ?? {};
    const seconds = (performance.now() - started) / 1000;
    return { name, state: 'works', seconds, ...found };
  } catch (error) {
    const state = error instanceof Unreachable ? 'skipped' : 'FAILED';
    return {
      name,
      state,
      seconds: (performance.now() - started) / 1000,
      why: error instanceof Failed || error instanceof Unreachable ? error.message : error.stack,
    };
  } finally {
    for (const project of projects) project.remove();
  }
}

function report({ name, state, seconds, backend = '', install, bytes, note = '', why = '' }) {
  const numbers = [
    install === undefined ? '' : `${install.toFixed(1)} s`,
    bytes === undefined ? '' : `${(bytes / 1e6).toFixed(1)} MB`,
  ];
  console.log(
    `${state.padEnd(8)} ${name.padEnd(44)} ${backend.padEnd(6)} ${numbers[0].padStart(7)} ${numbers[1].padStart(8)}  ${seconds.toFixed(1)} s  ${note || why.split('\n')[0].slice(0, 150)}`,
  );
  if (state === 'FAILED') console.log(why.split('\n').slice(0, 60).join('\n'));
}

const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean' }, json: { type: 'string' } },
  allowPositionals: true,
});
const trials = (await allTrials()).filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.startsWith(part)),
);
if (values.list) {
  for (const { name } of trials) console.log(name);
} else {
  const built = Object.keys(platforms).filter((name) => existsSync(addonOf(name)));
  const names = stage(built);
  const registry = await startRegistry();
  const results = [];
  try {
    for (const name of names) publish(name, registry.url);
    for (const one of trials) {
      const result = await attempt(one, registry.url);
      report(result);
      results.push(result);
    }
  } finally {
    registry.end();
  }
  const count = (state) => results.filter((result) => result.state === state).length;
  if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 2));
  console.log(`Installations: ${count('works')} passed, ${count('FAILED')} failed, ${count('skipped')} skipped`);
  if (count('FAILED') > 0 || count('works') === 0) process.exitCode = 1;
}
