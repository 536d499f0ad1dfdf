// Documents made in little more memory than they take: what is measured with them is that of a converter.

const chunk = 2 ** 16;

/** The string that such pieces make, each so many times. It is flat, as from a file: strings put together are trees at first. */
export function filled(parts) {
  return parts.flatMap(([piece, times]) => blocks(piece, times)).join('');
}

// The same block over and over takes no memory, and long ones are few.
function blocks(piece, times) {
  const each = Math.max(1, Math.ceil(chunk / piece.length));
  const block = piece.repeat(Math.min(each, times));
  const list = new Array(Math.floor(times / each)).fill(block);
  return [...list, piece.repeat(times % each)];
}

/** Pieces of about so many bytes, all different. */
export function series(make, bytes) {
  const parts = [];
  let [text, length, size] = [[], 0, 0];
  for (let i = 0; size + length < bytes; i++) {
    text.push(make(i));
    length += text.at(-1).length;
    if (length < chunk) continue;
    parts.push([text.join(''), 1]);
    size += length;
    [text, length] = [[], 0];
  }
  return [...parts, [text.join(''), 1]];
}
