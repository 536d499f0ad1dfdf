// The ES module is a view of the CommonJS one.
export { type ConvertedPage, type ConvertPageOptions, convertPage, type PageContext } from './crawlee.js';
