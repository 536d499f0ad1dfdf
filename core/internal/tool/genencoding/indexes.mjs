// Writes core/internal/encoding/indexes.bin: the indexes of the Encoding Standard (https://encoding.spec.whatwg.org/#indexes), by a TextDecoder
// that is the Standard's own, as that of Deno and Bun. That of Node.js, which is ICU's, and of Chromium have other tables for some.
//
//   deno run --allow-write=core core/internal/tool/genencoding/indexes.mjs
//
// An index is a list of code points, 0 where there is none. The file has of each the length in bytes, and then a number for each code point: the
// difference to the one that would follow the last, with the sign in its lowest bit, plus 1; or 0, and how many have none. Numbers are of
// seven bits a byte, the lowest first, as Go's encoding/binary has them.
import { writeFileSync } from 'node:fs';

const none = 0xfffd;

/** The code point that bytes are, 0 if they are none or more than one. */
function pointOf(label, ...bytes) {
  const points = [...new TextDecoder(label).decode(new Uint8Array(bytes))];
  const point = points[0].codePointAt(0);
  return points.length === 1 && point !== none ? point : 0;
}

const from = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** The index of two bytes, of which the second counts first. `before` is what is before them. */
const pairs = (label, leads, trails, ...before) =>
  leads.flatMap((lead) => trails.map((trail) => pointOf(label, ...before, lead, trail)));

const single = (label) => from(0x80, 0xff).map((byte) => pointOf(label, byte));

// In Shift_JIS some pointers are for private use, and not in the index.
const isOfUser = (pointer) => pointer >= 8836 && pointer <= 10715;
const jis0208 = () =>
  pairs('shift_jis', [...from(0x81, 0x9f), ...from(0xe0, 0xfc)], [...from(0x40, 0x7e), ...from(0x80, 0xfc)]).map(
    (point, pointer) => (isOfUser(pointer) ? 0 : point),
  );

/** Of characters of four bytes in gb18030: where a range begins, and its first code point, and so on. */
function ranges() {
  const list = [];
  let next = -1;
  for (let pointer = 0; pointer < 39420; pointer++) {
    const [second, third, fourth] = [Math.floor(pointer / 1260) % 10, Math.floor(pointer / 10) % 126, pointer % 10];
    const point = pointOf('gb18030', 0x81 + Math.floor(pointer / 12600), 0x30 + second, 0x81 + third, 0x30 + fourth);
    // One code point has changed its place with another, which the decoder knows.
    if (pointer !== 7457 && point !== next && point !== 0) list.push(pointer, point);
    next = pointer === 7457 ? next + 1 : point + 1;
  }
  return list;
}

const singles =
  'ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 ' +
  'iso-8859-16 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 ' +
  'windows-1256 windows-1257 windows-1258 x-mac-cyrillic';

// In the order of core/internal/encoding/index.go.
const indexes = [
  ...singles.split(' ').map(single),
  pairs('gb18030', from(0x81, 0xfe), [...from(0x40, 0x7e), ...from(0x80, 0xfe)]),
  ranges(),
  pairs('big5', from(0x81, 0xfe), [...from(0x40, 0x7e), ...from(0xa1, 0xfe)]),
  jis0208(),
  pairs('euc-jp', from(0xa1, 0xfe), from(0xa1, 0xfe), 0x8f),
  pairs('euc-kr', from(0x81, 0xfe), from(0x41, 0xfe)),
];

function number(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

function coded(points) {
  const bytes = [];
  let expected = 0;
  for (let i = 0; i < points.length; i++) {
    const start = i;
    while (i < points.length && points[i] === 0) i++;
    if (i > start) bytes.push(0, ...number(i - start));
    if (i === points.length) break;
    const difference = points[i] - expected;
    bytes.push(...number((difference < 0 ? -2 * difference - 1 : 2 * difference) + 1));
    expected = points[i] + 1;
  }
  return [...number(bytes.length), ...bytes];
}

writeFileSync(new URL('../../encoding/indexes.bin', import.meta.url), Uint8Array.from(indexes.flatMap(coded)));
