// What there is to measure, and with what. The order is that of the report.
import { load, root } from './paths.mjs';

const measures = [
  'throughput',
  'wasm',
  'cores',
  'loop',
  'http',
  'small',
  'rules',
  'border',
  'latency',
  'load',
  'memory',
  'streams',
  'start',
  'growth',
  'engine',
];
const names = [
  'tidemark',
  'tidemark-bytes',
  'tidemark-wasm',
  'mdream',
  'mdream-bytes',
  'mdream-wasm',
  'mdream-piscina',
  'mdream-piscina-bytes',
  'xberg',
  'kreuzberg',
  'turndown',
  'rehype-remark',
  'node-html-markdown',
];

/** The drivers that take a document as text, each of a converter of its own. */
export const ofText = names.filter((name) => !/-(?:bytes|wasm)$/.test(name));

export const available = {
  measures,
  /** Every driver with this checkout as its root. */
  drivers: () => Promise.all(names.map((name) => describe(name))),
};

export async function loadMeasures(chosen = measures) {
  const modules = await Promise.all(chosen.map((name) => load('measures', name)));
  return modules.map((module) => module.default);
}

async function describe(name) {
  const driver = await load('drivers', name);
  return { name, root, label: driver.name, version: driver.version() };
}
