// What makes the linker of a new Debian take the versions of functions that old systems with glibc have. glibc 2.34 has moved those of
// threads, and the loader's, into libc.so.6, as new versions; the old ones are still there for who asks for them, as programs do that were
// linked where libpthread.so.0 and libdl.so.2 had them. So the linker is given libraries of these names with these versions.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, Missing } from '../lib/go-env.mjs';

const libraries = {
  'libpthread.so.0': [
    'pthread_attr_destroy',
    'pthread_attr_getstack',
    'pthread_attr_getstacksize',
    'pthread_attr_init',
    'pthread_condattr_setclock',
    'pthread_create',
    'pthread_detach',
    'pthread_getattr_np',
    'pthread_getspecific',
    'pthread_key_create',
    'pthread_mutex_trylock',
    'pthread_once',
    'pthread_setspecific',
    'pthread_sigmask',
  ],
  'libdl.so.2': ['dlsym'],
};

// A processor's first version of glibc has all functions of its time. This one came to x86-64 after that.
const later = { pthread_condattr_setclock: '2.3.3' };

/** The script of versions for functions that are all of one but the later ones. */
function versions(functions, first) {
  const isLater = (name) => first === '2.2.5' && name in later;
  const nodes = functions.filter(isLater).map((name) => `GLIBC_${later[name]} { global: ${name}; };\n`);
  return `GLIBC_${first} { global: ${functions.filter((name) => !isLater(name)).join('; ')}; };\n${nodes.join('')}`;
}

/** Makes the libraries in a folder, and returns the flags that give them to the linker. */
export function oldGlibc({ cc, glibc }, folder) {
  mkdirSync(folder, { recursive: true });
  return Object.entries(libraries).map(([name, functions]) => {
    const [source, script, library] = ['c', 'map', ''].map((end) => join(folder, end ? `${name}.${end}` : name));
    writeFileSync(source, functions.map((name) => `void ${name}(void) {}\n`).join(''));
    writeFileSync(script, versions(functions, glibc));
    const flags = ['-shared', '-nostdlib', '-fno-builtin', `-Wl,-soname,${name}`, `-Wl,--version-script,${script}`];
    const made = capture(cc, [...flags, '-o', library, source]);
    if (made.status !== 0) throw new Missing(`${cc} failed: ${made.stderr || made.error?.message}`);
    return library;
  });
}
