// The module for workerd, as of Cloudflare Workers, which compiles no bytes: what is imported has been compiled.
import module from './tidemark.wasm';

export { module };
