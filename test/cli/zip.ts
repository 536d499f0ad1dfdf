import { deflateRawSync } from 'node:zlib';

/** A file of a ZIP archive, as it is or as a hostile one would be. */
export interface ZipMember {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Whether the archive says that it is encrypted. */
  readonly encrypted?: boolean;
  /** The size that the archive says it has. */
  readonly size?: number;
  /** How many further entries lead to the same bytes. */
  readonly again?: number;
  readonly stored?: boolean;
}

/** Makes a ZIP archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zipOf(members: readonly ZipMember[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', encrypted = false, size, again = 0, stored = false } of members) {
    const bytes = Buffer.from(content);
    const data = stored ? bytes : deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 + (encrypted ? 1 : 0), 2); // names are UTF-8
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(checksum(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    local.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), data);
    for (let i = 0; i <= again; i++) {
      const other = i === 0 ? name : name.replace(/(\.\w+)$/, `${i}$1`);
      const entry = Buffer.alloc(14);
      entry.writeUInt32LE(offset, 10);
      const own = Buffer.from(common);
      own.writeUInt16LE(Buffer.byteLength(other), 22);
      central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), own, entry, Buffer.from(other));
    }
    offset += 4 + 26 + Buffer.byteLength(name) + data.length;
  }
  const directory = Buffer.concat(central);
  const count = members.reduce((sum, { again = 0 }) => sum + 1 + again, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

function checksum(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
