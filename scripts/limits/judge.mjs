// What became of a process.

const codes = [
  'ERR_INVALID_ARG',
  'ERR_INVALID_OPTION',
  'ERR_INPUT_TOO_LARGE',
  'ERR_QUEUE_FULL',
  'ERR_TIMEOUT',
  'ERR_CLOSED',
  'ERR_INTERNAL',
];

/**
 * @param {{ code, signal, late, stdout, stderr, used }} ended
 * @returns {{ counts?, bytes?, peak?, seconds?, used?, fault?, skipped? }} `fault` is what must not be; `skipped` says that it did
 * not come to a call
 */
export function judge({ code, signal, late, stdout, stderr, used }) {
  const lines = stdout.split('\n').slice(0, -1);
  const result = Object.assign({ used }, ...lines.map((line) => JSON.parse(line)));
  // What died while it made its document says nothing of the package.
  if (lines.length === 0 && signal !== null && !late) return { ...result, skipped: 'the document does not fit' };
  if (late) return { ...result, fault: 'too slow' };
  if (code !== 0) return { ...result, fault: `died: ${signal ?? code}`, said: firstLine(stderr) };
  const bad = Object.keys(result.counts ?? {}).filter((name) => name !== 'Markdown' && !codes.includes(name));
  if (result.counts === undefined) return { ...result, fault: 'ended without a word' };
  return bad.length === 0 ? result : { ...result, fault: bad.join(', ') };
}

const firstLine = (text) => text.split('\n').find((line) => /\w/.test(line));
