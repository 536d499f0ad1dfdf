// The data of a WebAssembly module, https://webassembly.github.io/spec/core/binary/modules.html#data-section. Go's linker leaves out each few
// zeros, and makes 80,000 segments of it: with the zeros there are a few hundred, and all of it is smaller when it is compressed.

const dataSection = 11;
const customSection = 0;
const i32Const = 0x41;
const end = 0x0b;

/** Up to how many zeros are within a segment. */
const mostZeros = 64;

/** Returns a module whose segments have been joined, without what tools have noted in it. `change` may change the memory that it begins with. */
export function joinSegments(module, change = () => undefined) {
  const parts = [module.subarray(0, 8)];
  const reader = new Reader(module, 8);
  while (!reader.atEnd) {
    const start = reader.at;
    const id = reader.byte();
    const content = reader.bytes(reader.unsigned());
    if (id === dataSection) {
      const memory = memoryOf(segmentsOf(content));
      change(memory);
      parts.push(...section(joined(memory)));
    } else if (id !== customSection) parts.push(module.subarray(start, reader.at));
  }
  return Buffer.concat(parts);
}

function segmentsOf(content) {
  const reader = new Reader(content, 0);
  return Array.from({ length: reader.unsigned() }, () => {
    if (reader.byte() !== 0 || reader.byte() !== i32Const) throw new Error('A segment is not as Go writes them.');
    const place = reader.signed() >>> 0;
    if (reader.byte() !== end) throw new Error('The place of a segment is not a constant.');
    return { place, bytes: reader.bytes(reader.unsigned()) };
  });
}

function memoryOf(segments) {
  const memory = Buffer.alloc(Math.max(...segments.map(({ place, bytes }) => place + bytes.length)));
  for (const { place, bytes } of segments) bytes.copy(memory, place);
  return memory;
}

function joined(memory) {
  const segments = [];
  for (let at = 0; ; ) {
    while (at < memory.length && memory[at] === 0) at++;
    if (at === memory.length) return segments;
    const place = at;
    let end = at;
    for (; at < memory.length && at - end <= mostZeros; at++) if (memory[at] !== 0) end = at + 1;
    segments.push({ place, bytes: memory.subarray(place, end) });
    at = end;
  }
}

function section(segments) {
  const content = Buffer.concat([
    unsigned(segments.length),
    ...segments.flatMap(({ place, bytes }) => [
      Buffer.from([0, i32Const, ...signed(place | 0), end]),
      unsigned(bytes.length),
      bytes,
    ]),
  ]);
  return [Buffer.from([dataSection]), unsigned(content.length), content];
}

// LEB128: https://webassembly.github.io/spec/core/binary/values.html#integers
class Reader {
  #bytes;

  constructor(bytes, at) {
    this.#bytes = bytes;
    this.at = at;
  }

  get atEnd() {
    return this.at === this.#bytes.length;
  }

  byte() {
    return this.#bytes[this.at++];
  }

  bytes(length) {
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  unsigned() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  signed() {
    let value = 0;
    for (let shift = 0; ; ) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
    }
  }
}

function unsigned(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

function signed(value) {
  const bytes = [];
  for (; value < -0x40 || value >= 0x40; value >>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value & 0x7f]);
}
