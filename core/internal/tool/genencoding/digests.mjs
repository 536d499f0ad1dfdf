// Prints what a TextDecoder that is the Standard's own, as that of Deno and Bun, makes of the bytes of TestAsTheStandardSays in
// core/internal/encoding/standard_test.go, as the lines of its table.
const labels =
  'utf-8 utf-16le utf-16be gbk gb18030 big5 euc-jp iso-2022-jp shift_jis euc-kr ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 ' +
  'iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u macintosh ' +
  'windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 ' +
  'x-mac-cyrillic x-user-defined';

const pairs = [];
for (let lead = 0; lead < 256; lead++) for (let trail = 0; trail < 256; trail++) pairs.push(lead, trail, 0x41, 0x0a);

const random = [];
let seed = 1;
const next = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return seed >>> 16;
};
const common = [0x1b, 0x28, 0x24, 0x42, 0x4a, 0x49, 0x40, 0x8e, 0x8f, 0x30, 0x39, 0x81, 0xd8, 0xdc, 0x3c, 0x0e];
for (let i = 0; i < 400_000; i++) {
  const kind = next() % 4;
  if (kind === 0) random.push(common[next() % 16]);
  else if (kind === 1) random.push(next() % 128);
  else random.push(128 + (next() % 128));
}

// FNV-1a of what is UTF-8.
function digest(label, bytes) {
  let hash = 0x811c9dc5;
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return `0x${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

for (const label of labels.split(' '))
  console.log(`\t\t{"${label}", ${digest(label, pairs)}, ${digest(label, random)}},`);
