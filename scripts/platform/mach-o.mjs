// The parts of a Mach-O file that a check asks for: https://github.com/apple-oss-distributions/xnu, EXTERNAL_HEADERS/mach-o/loader.h.
import { readFileSync } from 'node:fs';

const commands = { segment: 0x19, loadLibrary: 0xc, signature: 0x1d, buildVersion: 0x32, versionMin: 0x24 };
const initialiserPointers = 0x9;
const initialiserOffsets = 0x16;

/** Reads a library of 64 bits: what it needs, what it runs when it is loaded, and where its code begins. */
export function readMachO(file) {
  const bytes = readFileSync(file);
  const found = { libraries: [], minimum: '', initialisers: [], text: undefined, isSigned: false };
  for (let at = 32, left = bytes.readUInt32LE(16); left > 0; left--) {
    const command = bytes.readUInt32LE(at);
    if (command === commands.segment) readSections(bytes, at, found);
    else if (command === commands.loadLibrary) found.libraries.push(textAt(bytes, at + bytes.readUInt32LE(at + 8)));
    else if (command === commands.signature) found.isSigned = true;
    else if (command === commands.buildVersion) found.minimum = versionAt(bytes, at + 12);
    else if (command === commands.versionMin) found.minimum = versionAt(bytes, at + 8);
    at += bytes.readUInt32LE(at + 4);
  }
  return found;
}

function readSections(bytes, segment, found) {
  for (let i = 0; i < bytes.readUInt32LE(segment + 64); i++) {
    const section = segment + 72 + 80 * i;
    const address = Number(bytes.readBigUInt64LE(section + 32));
    const size = Number(bytes.readBigUInt64LE(section + 40));
    const offset = bytes.readUInt32LE(section + 48);
    const kind = bytes.readUInt8(section + 64);
    if (textAt(bytes, section) === '__text') found.text = address;
    // The addresses are those from the library's beginning on: what else is in a pointer is for the loader.
    if (kind === initialiserPointers) {
      for (let at = offset; at < offset + size; at += 8) found.initialisers.push(bytes.readUInt32LE(at));
    }
    if (kind === initialiserOffsets) {
      for (let at = offset; at < offset + size; at += 4) found.initialisers.push(bytes.readUInt32LE(at));
    }
  }
}

const textAt = (bytes, at) => bytes.toString('latin1', at, bytes.indexOf(0, at)).slice(0, 1024);

function versionAt(bytes, at) {
  const version = bytes.readUInt32LE(at);
  return `${version >> 16}.${(version >> 8) & 0xff}`;
}
