// The ES module is a view of the CommonJS one.
export { createMcpServer, type McpOptions, type McpServer, type McpTransport } from './mcp.js';
