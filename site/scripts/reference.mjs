// Writes the API reference, build/site/reference, from the types of all that package.json exports.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// The source of the types of an entry. Those of its ES module are a view of the same.
const sourceOf = (entry) => join(root, 'js', entry === '.' ? 'index.ts' : `${entry.slice(2)}.ts`);
const entries = Object.keys(exports).filter((entry) => existsSync(sourceOf(entry)));

const app = await Application.bootstrapWithPlugins({
  name: 'API reference',
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: entries.map(sourceOf),
  tsconfig: join(root, 'tsconfig.build.json'),
  indexFormat: 'table',
  pageTitleTemplates: { module: '{name}', member: '{name}' },
  entryFileName: 'index',
  readme: 'none',
  disableSources: true,
  excludeInternal: true,
  excludePrivate: true,
  skipErrorChecking: true, // tsc does that
  validation: { invalidPath: false }, // of links in comments, which .vitepress/links.ts resolves
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  useHTMLEncodedBrackets: true,
  outputs: [{ name: 'markdown', path: join(root, 'build', 'site', 'reference') }],
  logLevel: 'Warn',
});
const project = await app.convert();
if (project === undefined) throw new Error('TypeDoc could not read the types');
// A module is called as its file; here as who imports it calls it. What `export =` exports has the name that is usual for it.
for (const module of project.children) {
  for (const child of module.children ?? []) if (child.name === 'export=') child.name = 'TurndownService';
  module.name = module.name === 'index' ? 'tidemark' : `tidemark/${module.name}`;
}
await app.generateOutputs(project);
