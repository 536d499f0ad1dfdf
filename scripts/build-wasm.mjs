// Builds the engine as a WebAssembly module, and around it the package @tidemark/wasm, build/wasm: what is in packages/wasm and
// what is made here.
//
//   node scripts/build-wasm.mjs [--test-hooks]
//
//   --test-hooks   build/wasm.testhooks, in which a test can make the engine panic or wait
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundle, ofTheWeb } from './lib/bundle.mjs';
import { compile } from './lib/compile.mjs';
import { joinSegments } from './lib/data-segments.mjs';
import { goEnvFor, Missing, root, version } from './lib/go-env.mjs';
import { dropLines } from './lib/line-tables.mjs';

// Brotli and Base85 would be smaller yet, and slow: the file is there, wherever nothing has been bundled.
function inline(bytes) {
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const text = brotliCompressSync(bytes, { params: { ...quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  return [
    '// tidemark.wasm within a script, for bundles. Generated.',
    `exports.text = '${text.toString('base64')}';`,
    '',
  ].join('\n');
}

async function build(hooks) {
  const folder = hooks ? 'wasm.testhooks' : 'wasm';
  const scratch = join(root, 'build', `.${process.pid}`);
  mkdirSync(join(root, 'build'), { recursive: true });
  try {
    cpSync(join(root, 'packages', 'wasm'), scratch, { recursive: true });
    compile('./wasm', join(scratch, 'tidemark.wasm'), {
      env: goEnvFor('wasip1', 'wasm', '0'),
      tags: hooks ? 'testhooks' : '',
      budget: 400, // With 2000 it is 2 % larger, and a tenth slower: compilers of WebAssembly do not gain from large functions.
    });
    const bytes = joinSegments(readFileSync(join(scratch, 'tidemark.wasm')), dropLines);
    const write = (name, text) => writeFileSync(join(scratch, name), text);
    write('tidemark.wasm', bytes);
    write('version.js', `exports.version = '${version}';\n`);
    write('thread.js', `exports.source = ${JSON.stringify(await bundle('wasm/thread-node', 'cjs', 'node'))};\n`);
    write('thread.mjs', await bundle('wasm/thread-web', 'esm', 'browser', ofTheWeb));
    if (!hooks) write('inline.js', inline(bytes));
    rmSync(join(root, 'build', folder), { recursive: true, force: true });
    renameSync(scratch, join(root, 'build', folder));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const file = join('build', folder, 'tidemark.wasm');
  const megabytes = (size) => (size / 1e6).toFixed(2);
  const small = gzipSync(readFileSync(join(root, file)), { level: 9 }).length;
  console.log(`${file}: ${megabytes(statSync(join(root, file)).size)} MB, ${megabytes(small)} MB by gzip`);
}

try {
  const { values } = parseArgs({ options: { 'test-hooks': { type: 'boolean' } } });
  await build(values['test-hooks'] ?? false);
} catch (error) {
  if (!(error instanceof Missing) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(`tidemark: ${error.message}`);
  process.exitCode = 1;
}
