// unified: rehype-parse, rehype-remark, remark-gfm, remark-stringify.
import { versionOf } from '../lib/package.mjs';

export const name = 'rehype-remark';
export const version = () => versionOf('rehype-remark');

export async function open() {
  const plugins = ['unified', 'rehype-parse', 'rehype-remark', 'remark-gfm', 'remark-stringify'];
  const [{ unified }, ...modules] = await Promise.all(plugins.map((plugin) => import(plugin)));
  const [rehypeParse, rehypeRemark, remarkGfm, remarkStringify] = modules.map((module) => module.default);
  const processor = unified()
    .use(rehypeParse)
    .use(rehypeRemark)
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', fences: true, rule: '-', emphasis: '*' })
    .freeze();
  return { convertSync: (html) => String(processor.processSync(html)) };
}
