// What js/streams/node.ts is where there are no streams of Node.js.

export function nodeStream(): never {
  throw new Error('There are no streams of Node.js here: use webStream() or convertStream()');
}
