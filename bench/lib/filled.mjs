// Documents made without holding them in pieces: what is measured with them is the memory of a converter.

/** The string that such pieces make, each so many times. It comes flat, as from a file: strings put together are trees at first. */
export function filled(parts, encoding = 'latin1') {
  const sizes = parts.map(([piece, times]) => Buffer.byteLength(piece, encoding) * times);
  const bytes = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0));
  let end = 0;
  for (const [i, [piece]] of parts.entries()) {
    const start = end;
    end += sizes[i];
    bytes.fill(piece, start, end, encoding);
  }
  return bytes.toString(encoding);
}

/** A piece of about so many bytes, of pieces that are all different. */
export function series(make, bytes) {
  const longest = 200;
  const memory = Buffer.allocUnsafe(Math.ceil(bytes) + longest);
  let end = 0;
  for (let i = 0; end < bytes; i++) end += memory.write(make(i), end, 'latin1');
  return [memory.subarray(0, end), 1];
}
