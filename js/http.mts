// The ES module is a view of the CommonJS one.
export {
  expressMarkdown,
  fastifyMarkdown,
  type HttpOptions,
  honoMarkdown,
  markdownResponse,
  nodeMarkdown,
  prefersMarkdown,
  webMarkdown,
} from './http.js';
