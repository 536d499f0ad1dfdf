import { existsSync } from 'node:fs';
import type { Binding, Engine, Pool } from '../native/binding.js';
import { defaultMemoryLimit } from '../native/memory-limit.js';
import { shortage } from '../native/preflight.js';
import { version } from '../version.js';
import type { Backend, Tried } from './backend.js';
import { built, isCheckout, ownRequire } from './own-require.js';
import { packageOf, platformOf, requirePackage } from './platform-package.js';

// What carries out conversions: an addon, from the place that TIDEMARK_BINARY_PATH names, or built in this checkout, or from the package
// of the platform; else the same as WebAssembly. A broken installation fails here, when the package is loaded, and not in the first call.

interface Loaded {
  engine: Engine;
  pool: Pool;
  backend: Backend;
}

// What is needed only where there is no addon, and takes time to load.
const remedy = () => require('./remedy.js') as typeof import('./remedy.js');
const errors = () => require('./load-error.js') as typeof import('./load-error.js');
const wasm = () => require('./wasm.js') as typeof import('./wasm.js');

export const { engine, pool, backend } = load();

pool.suggestMemoryLimit(defaultMemoryLimit());

function load(): Loaded {
  const wanted = process.env['TIDEMARK_BACKEND'] || undefined;
  if (wanted !== undefined && wanted !== 'addon' && wanted !== 'wasm') throw errors().unknownBackend(wanted);
  if (wanted === 'wasm') return asWasm('TIDEMARK_BACKEND asks for it', []);
  const tried: Tried[] = [];
  const chosen = process.env['TIDEMARK_BINARY_PATH'] || undefined;
  const found = addon(chosen, tried);
  if (found !== undefined) return found;
  if (chosen !== undefined || wanted === 'addon' || tried.some(({ ofWasmToo }) => ofWasmToo)) {
    throw errors().loadError(tried);
  }
  const loaded = asWasm('There is no addon that can be used', tried);
  errors().warnOfWasm(tried);
  return loaded;
}

function addon(chosen: string | undefined, tried: Tried[]): Loaded | undefined {
  if (chosen !== undefined) return fromChosen(chosen, tried);
  const file = built('tidemark.node');
  return file !== undefined && (existsSync(file) || isCheckout()) ? fromCheckout(file, tried) : fromPackage(tried);
}

function fromChosen(file: string, tried: Tried[]): Loaded | undefined {
  const what = `${file} (from TIDEMARK_BINARY_PATH)`;
  const rebuild = 'Let TIDEMARK_BINARY_PATH name an addon built for this platform, or unset it.';
  return fromFile(file, what, 'TIDEMARK_BINARY_PATH names it', rebuild, tried);
}

function fromCheckout(file: string, tried: Tried[]): Loaded | undefined {
  const rebuild = 'Build it by `npm run build:addon`, with Go 1.25 or newer and a C compiler installed.';
  return fromFile(file, file, 'It was built here', rebuild, tried);
}

function fromFile(file: string, what: string, why: string, rebuild: string, tried: Tried[]): Loaded | undefined {
  const short = shortage(() => file);
  if (short !== undefined) return refuse({ what, ...short }, tried);
  let binding: unknown;
  try {
    binding = ownRequire()?.(file);
  } catch (error) {
    return refuse(
      explained(what, () => remedy().notLoaded(file, error, rebuild)),
      tried,
    );
  }
  return checked(binding, { what, file, why, rebuild }, tried);
}

function fromPackage(tried: Tried[]): Loaded | undefined {
  const platform = platformOf(process.platform, process.arch);
  if (platform === undefined) return refuse(explained('the addon', remedy().unsupported), tried);
  const what = packageOf(platform);
  const file = () => ownRequire()?.resolve(`${what}/tidemark.node`);
  const short = shortage(file);
  if (short !== undefined) return refuse({ what, ...short }, tried);
  const required = requirePackage(platform);
  if ('error' in required) {
    return refuse(
      explained(what, () => remedy().notRequired(platform, required.error)),
      tried,
    );
  }
  return checked(required.binding, { what, file: what, why: 'It is the package of this platform' }, tried);
}

interface Source {
  what: string;
  file: string;
  why: string;
  rebuild?: string;
}

function checked(binding: unknown, { what, file, why, rebuild }: Source, tried: Tried[]): Loaded | undefined {
  const found = (binding as Partial<Binding> | null | undefined)?.version;
  if (found !== version) {
    return refuse(
      explained(what, () => remedy().mismatch(found, rebuild)),
      tried,
    );
  }
  const addon = binding as Binding;
  return { engine: addon, pool: addon, backend: { name: 'addon', file, why, tried } };
}

// Whatever is broken here, or kept from the process, must not hide what was wrong.
function explained(what: string, say: () => Omit<Tried, 'what'>): Tried {
  try {
    return { what, ...say() };
  } catch (error) {
    return { what, why: 'it cannot be used', remedy: 'Install the packages anew, or see docs/install.md.', error };
  }
}

function refuse(one: Tried, tried: Tried[]): undefined {
  tried.push(one);
}

function asWasm(why: string, tried: readonly Tried[]): Loaded {
  try {
    const { file, ...parts } = wasm().loadWasm();
    return { ...parts, backend: { name: 'wasm', file, why, tried } };
  } catch (error) {
    throw errors().loadError([...tried, explained('@tidemark/wasm', () => remedy().noWasm(error))]);
  }
}
