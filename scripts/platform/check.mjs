// What a built addon may ask of a system. Each check returns what it has found, in a few words, or throws.
import { capture, Missing } from '../lib/go-env.mjs';
import { readMachO } from './mach-o.mjs';

const newestGlibc = [2, 17];
const libraries = {
  linux: ['libc.so.6', 'libdl.so.2', 'libpthread.so.0', 'ld-linux-x86-64.so.2', 'ld-linux-aarch64.so.1'],
  win32: ['kernel32.dll', 'msvcrt.dll', 'api-ms-win-crt-'],
  darwin: [
    '/usr/lib/libSystem.B.dylib',
    '/usr/lib/libresolv.9.dylib',
    '/System/Library/Frameworks/CoreFoundation.framework/',
  ],
};

/** Checks the addon of a platform. */
export function check(file, { os, cpu }) {
  const found = { linux, win32, darwin }[os](file, cpu);
  const strange = found.libraries.filter(
    (name) => !libraries[os].some((known) => name.toLowerCase().startsWith(known.toLowerCase())),
  );
  if (strange.length > 0) throw new Missing(`${file} needs ${strange.join(', ')}, which not every system has.`);
  return found.says;
}

function headersOf(file, objdump, debian) {
  const { status, stdout, stderr, error } = capture(objdump, ['-p', file]);
  if (status === 0) return stdout;
  throw new Missing(`${objdump} failed (Debian: \`apt-get install ${debian}\`): ${stderr || error?.message}`);
}

function linux(file) {
  const dynamic = headersOf(file, 'objdump', 'binutils');
  const versions = [...dynamic.matchAll(/GLIBC_([\d.]+)/g)].map(([, version]) => version.split('.').map(Number));
  const newest = versions.sort(byVersion).at(-1) ?? [0];
  if (byVersion(newest, newestGlibc) > 0) {
    throw new Missing(
      `${file} needs GLIBC_${newest.join('.')}, and may need ${newestGlibc.join('.')}: see old-glibc.mjs.`,
    );
  }
  const libraries = [...dynamic.matchAll(/^\s+NEEDED\s+(\S+)/gm)].map(([, name]) => name);
  return { libraries, says: `needs GLIBC_${newest.join('.')}` };
}

const byVersion = (a, b) => a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0);

function win32(file) {
  const headers = headersOf(file, 'llvm-objdump', 'llvm');
  const libraries = [...headers.matchAll(/^\s+DLL Name: (\S+)$/gm)].map(([, name]) => name);
  if (!headers.includes('napi_register_module_v1'))
    throw new Missing(`${file} does not export napi_register_module_v1.`);
  return { libraries, says: `needs ${libraries.join(', ')}` };
}

function darwin(file, cpu) {
  const { libraries, minimum, initialisers, text, isSigned } = readMachO(file);
  // The one that is linked first is at the beginning of the code: see darwin-cc.mjs.
  if (initialisers[0] !== text) throw new Missing(`${file}: signals are not blocked before Go begins.`);
  if (cpu === 'arm64' && !isSigned)
    throw new Missing(`${file} is not signed, not even ad hoc, without which nothing is loaded there.`);
  return {
    libraries,
    says: `needs macOS ${minimum}, ${initialisers.length} initialisers${isSigned ? ', signed ad hoc' : ''}`,
  };
}
