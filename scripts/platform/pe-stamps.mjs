// What LLVM's linker writes into files of Windows to tell one from another: hashes of what it had, in which the names of temporary files were.
// https://learn.microsoft.com/en-us/windows/win32/debug/pe-format
import { readFileSync, writeFileSync } from 'node:fs';

const debugDirectory = 6;
const debugEntrySize = 28;
const codeView = 2;

/** Clears them in a file: the same sources are to give the same bytes. */
export function clearStamps(file) {
  const bytes = readFileSync(file);
  const header = bytes.readUInt32LE(0x3c) + 4; // behind the signature
  bytes.writeUInt32LE(0, header + 4);
  const optional = header + 20;
  const directory = optional + 112 + 8 * debugDirectory;
  const end = bytes.readUInt32LE(directory + 4);
  for (let at = 0; at < end; at += debugEntrySize) {
    const entry = fileOffset(bytes, header, bytes.readUInt32LE(directory)) + at;
    bytes.writeUInt32LE(0, entry + 4);
    if (bytes.readUInt32LE(entry + 12) !== codeView) continue;
    const identity = bytes.readUInt32LE(entry + 24) + 'RSDS'.length;
    bytes.fill(0, identity, identity + 16);
  }
  writeFileSync(file, bytes);
}

/** Returns where in the file lies what is at an address when it is loaded. */
function fileOffset(bytes, header, address) {
  const sections = header + 20 + bytes.readUInt16LE(header + 16);
  for (let i = 0; i < bytes.readUInt16LE(header + 2); i++) {
    const section = sections + 40 * i;
    const start = bytes.readUInt32LE(section + 12);
    if (address >= start && address < start + bytes.readUInt32LE(section + 16)) {
      return bytes.readUInt32LE(section + 20) + address - start;
    }
  }
  throw new Error(`No section has ${address.toString(16)}.`);
}
