// What the linker needs for macOS beside what Zig has, and the compiler that Go calls then.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/go-env.mjs';

const stub = (library, symbols) => `--- !tapi-tbd
tbd-version: 4
targets: [ x86_64-macos, arm64-macos ]
install-name: '${library}'
exports:
  - targets: [ x86_64-macos, arm64-macos ]
    symbols: [ ${symbols.join(', ')} ]
...
`;

// The standard library looks up names of hosts by it, and the runtime finds the language of the user: neither is called.
const resolver = ['_res_9_nclose', '_res_9_ninit', '_res_9_nsearch', '_res_9_init', '_res_9_search'];
const foundation = ['___CFConstantStringClassReference'];

/** Makes stubs of libraries in a folder, and returns the flags that give them to the linker. */
export function darwinStubs(folder) {
  const frameworks = join(folder, 'Frameworks');
  mkdirSync(join(frameworks, 'CoreFoundation.framework'), { recursive: true });
  writeFileSync(join(folder, 'libresolv.tbd'), stub('/usr/lib/libresolv.9.dylib', resolver));
  const path = '/System/Library/Frameworks/CoreFoundation.framework/Versions/A/CoreFoundation';
  writeFileSync(join(frameworks, 'CoreFoundation.framework', 'CoreFoundation.tbd'), stub(path, foundation));
  return [`-L${folder}`, `-F${frameworks}`];
}

/** What Go is given as CC, for a compiler with its arguments. */
export const darwinCompiler = (...command) =>
  [process.execPath, join(root, 'scripts', 'platform', 'darwin-cc.mjs'), ...command].map(quoted).join(' ');

export const quoted = (word) => (/["'\s]/.test(word) ? `"${word}"` : word);
