// The data of a WebAssembly module, https://webassembly.github.io/spec/core/binary/modules.html#data-section. Go's linker leaves out each few
// zeros, and makes 80,000 segments of it: with the zeros there are a few hundred, and all of it is smaller when it is compressed.

const dataSection = 11;
const customSection = 0;
const i32Const = 0x41;
const end = 0x0b;

/** Up to how many zeros are filled in between two segments. */
const mostZeros = 64;

/** Returns a module whose segments have been joined, without what tools have noted in it. */
export function joinSegments(module) {
  const parts = [module.subarray(0, 8)];
  const reader = new Reader(module, 8);
  while (!reader.atEnd) {
    const start = reader.at;
    const id = reader.byte();
    const content = reader.bytes(reader.unsigned());
    if (id === dataSection) parts.push(...section(joined(segmentsOf(content))));
    else if (id !== customSection) parts.push(module.subarray(start, reader.at));
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
  }).sort((a, b) => a.place - b.place);
}

function joined(segments) {
  const groups = [];
  for (const { place, bytes } of segments) {
    const last = groups.at(-1);
    const zeros = last === undefined ? 0 : place - last.end;
    if (zeros < 0) throw new Error('Segments overlap.');
    if (last === undefined || zeros > mostZeros) groups.push({ place, parts: [bytes], end: place + bytes.length });
    else {
      last.parts.push(Buffer.alloc(zeros), bytes);
      last.end = place + bytes.length;
    }
  }
  return groups.map(({ place, parts }) => ({ place, bytes: Buffer.concat(parts) }));
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
