// As an ES module, which it is to CommonJS too: before `node20` compilers want that said.
import type { Plugin } from 'unified' with { 'resolution-mode': 'import' };
import type { Call } from './call.js';
import { convert } from './convert.js';
import { Converter } from './converter.js';
import { ConvertError } from './errors.js';
import type { Extraction } from './extraction.generated.js';
import { type HastNode, htmlOf } from './hast/html.js';
import type { Options } from './options.generated.js';

export type { HastNode } from './hast/html.js';

const usualMaxInputBytes = 2 ** 26;

/**
 * A plugin for unified that compiles a tree of hast, which `rehype-parse` makes for example, to Markdown. It comes last. The tree is written as HTML,
 * which the engine reads: trees that HTML cannot say, a paragraph in a paragraph for example, are what a browser makes of them.
 *
 * Messages of the file are `EMPTY` for a tree that shows no text, and `unknown-node` for nodes that hast does not have. What fails the
 * conversion is a fatal message, whose `cause` is the `ConvertError`.
 *
 * @param options - how to write the Markdown: those of `convert`. Wrong ones throw a `ConvertError` when the processor is frozen.
 *
 * @example
 * const file = await unified().use(rehypeParse).use(rehypeSanitize).use(rehypeTidemark, { linkStyle: 'referenced' }).process(html);
 */
export const rehypeTidemark: Plugin<[options?: Readonly<Options> | null | undefined], HastNode, string> = function (
  options,
) {
  // An extraction has the warnings, too.
  const converter = new Converter({ content: 'all', ...options, parts: ['markdown'] });
  this.compiler = (tree, file) => {
    const place = (node: HastNode) => (node as { position?: never }).position;
    const seen = new Set<string>();
    const onUnknown = (node: HastNode) => {
      if (seen.has(node.type)) return;
      seen.add(node.type);
      const reason = `Expected a node of hast but received a ${node.type}: only its children are written`;
      file.message(reason, { place: place(node), ruleId: 'unknown-node', source: 'tidemark' });
    };
    try {
      const extraction = converter.extract(htmlOf(tree, { limit: limitOf(options), onUnknown }));
      for (const { code, message } of extraction.warnings) {
        file.message(message, { place: place(tree), ruleId: code, source: 'tidemark' });
      }
      return contentOf(extraction);
    } catch (error) {
      if (!(error instanceof ConvertError)) throw error;
      return file.fail(error.message, { cause: error, place: place(tree), ruleId: error.code, source: 'tidemark' });
    }
  };
};

const contentOf = ({ format, ...content }: Extraction): string => content[format] ?? '';

/**
 * Converts a tree of hast on a thread of its own: the event loop is only held to write it as HTML. Nodes that hast does not have are their
 * children.
 *
 * @returns The Markdown. It never throws: wrong arguments reject too.
 *
 * @example
 * const markdown = await convertHast(tree, { gfm: false, timeout: 5000 });
 */
export async function convertHast(tree: HastNode, options?: Options & Call): Promise<string> {
  return convert(htmlOf(tree, { limit: limitOf(options), onUnknown: () => undefined }), options);
}

// What is wrong with it, the engine says.
function limitOf(options: Options | null | undefined): number {
  const { maxInputBytes = usualMaxInputBytes } = options ?? {};
  return typeof maxInputBytes === 'number' ? maxInputBytes : usualMaxInputBytes;
}
