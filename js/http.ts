/// <reference lib="esnext.disposable" preserve="true" />

export { prefersMarkdown } from './http/accept.js';
export { fastifyMarkdown } from './http/fastify.js';
export { honoMarkdown } from './http/hono.js';
export { expressMarkdown, nodeMarkdown } from './http/node.js';
export type { HttpOptions } from './http/settings.js';
export { markdownResponse, webMarkdown } from './http/web.js';
