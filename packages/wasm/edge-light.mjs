// The module for the edge runtime, as of Vercel: it wants this suffix.
import module from './tidemark.wasm?module';

export { module };
