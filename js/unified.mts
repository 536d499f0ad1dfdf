// The ES module is a view of the CommonJS one.
export { convertHast, type HastNode, rehypeTidemark, rehypeTidemark as default } from './unified.js';
