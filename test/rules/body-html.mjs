// The bodies of documents as parse5 writes them: takes and prints a JSON array. It is an ES module, which Jest does not load.
import { text } from 'node:stream/consumers';
import { parse, serializeOuter } from 'parse5';

const bodyOf = (source) => {
  const html = parse(source).childNodes.find(({ nodeName }) => nodeName === 'html');
  return html.childNodes.find(({ nodeName }) => nodeName === 'body');
};
const sources = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(sources.map((source) => serializeOuter(bodyOf(source)))));
