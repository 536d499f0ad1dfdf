// The tables of Go's linker that say which line of which file an instruction is of: pclntab, as runtime/symtab.go and runtime/runtime2.go
// read it. They are a tenth of a module, and there is no flag to leave them out. What the collector, a panic and the names of
// functions on a stack need stays as it is.

const magic = Buffer.from([0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8]); // of Go 1.20 and newer, for instructions of a byte and pointers of eight
const header = { functions: 8, names: 32, units: 40, files: 48, steps: 56, table: 64 }; // pcHeader
const goFunc = 40 * 8; // of moduledata
const entry = { name: 4, sp: 16, file: 20, line: 24, values: 28, unit: 32, start: 36, kind: 40, data: 43, end: 44 }; // _func
const inlined = { name: 4, end: 16 }; // inlinedCall

// Indexes of pcdata and funcdata: internal/abi/symtab.go.
const unsafePoints = 0; // of a preemption by signals, which WebAssembly has not
const inlineIndex = 2;
const inlineTree = 3;
const shownArguments = 5; // on a stack that is printed
const noData = 0xffffffff;

const ordinary = 0; // FuncIDNormal

/** Takes the lines out of the memory that a module begins with. Returns false, and leaves it as it is, if it is not as Go 1.26 lays it out. */
export function dropLines(memory) {
  const start = memory.indexOf(magic);
  const module = start < 0 ? -1 : memory.indexOf(pointers(start, start + word(memory, start + header.names)));
  if (module < 0 || memory.indexOf(magic, start + 1) >= 0) return false;
  const place = Object.fromEntries(
    Object.entries(header).map(([name, at]) => [name, start + word(memory, start + at)]),
  );
  const count = word(memory, start + header.functions);
  const trees = word(memory, module + goFunc);

  const names = new Packed(memory, place.names, (at) => memory.indexOf(0, at) + 1);
  const steps = new Packed(memory, place.steps, (at) => endOfSteps(memory, at), 1);
  const gone = [];
  for (let i = 0; i < count; i++) {
    const at = place.table + memory.readUInt32LE(place.table + 8 * i + 4);
    for (const field of [entry.file, entry.line, entry.unit, entry.start]) memory.writeUInt32LE(0, at + field);
    names.keep(at + entry.name);
    steps.keep(at + entry.sp);
    const values = at + entry.end;
    const valueCount = memory.readUInt32LE(at + entry.values);
    const data = (index) => (index < memory[at + entry.data] ? values + 4 * (valueCount + index) : undefined);
    if (data(shownArguments) !== undefined) memory.writeUInt32LE(noData, data(shownArguments));
    const tree = data(inlineTree);
    const calls =
      tree === undefined || memory.readUInt32LE(tree) === noData ? undefined : trees + memory.readUInt32LE(tree);
    const callCount = calls === undefined ? 0 : 1 + largest(memory, place.steps, values + 4 * inlineIndex);
    // recover looks at what is inlined in a wrapper.
    const isOrdinary = memory[at + entry.kind] === ordinary;
    for (let j = 0; j < valueCount; j++) {
      if (j === unsafePoints || (j === inlineIndex && isOrdinary)) memory.writeUInt32LE(0, values + 4 * j);
      else steps.keep(values + 4 * j);
    }
    if (calls === undefined) continue;
    if (isOrdinary) {
      memory.writeUInt32LE(noData, tree);
      gone.push([calls, calls + callCount * inlined.end]);
    } else for (let j = 0; j < callCount; j++) names.keep(calls + j * inlined.end + inlined.name);
  }
  for (const [from, to] of gone) memory.fill(0, from, to);
  names.write(place.units);
  memory.fill(0, place.units, place.steps);
  steps.write(place.table);
  return true;
}

/** Parts of a table that are kept, side by side, where the table has been. What refers to them does so by their place in it. */
class Packed {
  #memory;
  #start;
  #endOf;
  #places = new Map();
  #parts = [];
  #length;
  #fields = new Set();

  /** `reserved` bytes at the start stay: a place of 0 is none. */
  constructor(memory, start, endOf, reserved = 0) {
    this.#memory = memory;
    this.#start = start;
    this.#endOf = endOf;
    this.#length = reserved;
    this.#parts.push(Buffer.from(memory.subarray(start, start + reserved)));
    if (reserved > 0) this.#places.set(0, 0);
  }

  /** Keeps the part that a field refers to, and has the field refer to where it will be. */
  keep(field) {
    if (this.#fields.has(field)) return;
    this.#fields.add(field);
    const old = this.#memory.readUInt32LE(field);
    let place = this.#places.get(old);
    if (place === undefined) {
      const from = this.#start + old;
      const part = Buffer.from(this.#memory.subarray(from, this.#endOf(from)));
      place = this.#length;
      this.#places.set(old, place);
      this.#parts.push(part);
      this.#length += part.length;
    }
    this.#memory.writeUInt32LE(place, field);
  }

  /** Writes the parts, and zeros up to the end of the table. */
  write(end) {
    this.#memory.fill(0, this.#start, end);
    Buffer.concat(this.#parts).copy(this.#memory, this.#start);
  }
}

const word = (memory, at) => Number(memory.readBigUInt64LE(at));

function pointers(...values) {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, i) => {
    bytes.writeBigUInt64LE(BigInt(value), 8 * i);
  });
  return bytes;
}

// A table of values by program counter: pairs of numbers, of which the first is a difference of values, until that is 0. The first may be 0.
function* valuesOf(memory, start) {
  let at = start;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = memory[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  for (let value = -1, isFirst = true; ; isFirst = false) {
    const difference = number();
    if (difference === 0 && !isFirst) break;
    value += difference & 1 ? ~(difference >>> 1) : difference >>> 1;
    number();
    yield value;
  }
  return at;
}

function endOfSteps(memory, start) {
  const values = valuesOf(memory, start);
  for (let next = values.next(); ; next = values.next()) if (next.done) return next.value;
}

/** The largest value of the table that a field refers to. */
function largest(memory, steps, field) {
  const table = memory.readUInt32LE(field);
  return table === 0 ? -1 : Math.max(...valuesOf(memory, steps + table));
}
