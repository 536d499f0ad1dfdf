import { Exchange } from './exchange.js';
import { decideLate, Interception } from './interception.js';
import { change, headOf, type NodeRequest, type NodeResponse } from './node-message.js';
import { type HttpOptions, requireHandler, Settings } from './settings.js';

/**
 * Wraps a handler of `node:http` that answers in HTML: who asks for Markdown is answered in Markdown.
 *
 * @throws ConvertError
 *
 * @example
 * createServer(nodeMarkdown((request, response) => render(request, response), { content: 'main' })).listen(8080);
 */
export function nodeMarkdown<Request extends NodeRequest, Response extends NodeResponse, Result>(
  handler: (request: Request, response: Response) => Result,
  options?: HttpOptions<Request>,
): (request: Request, response: Response) => Result {
  requireHandler(handler);
  const settings = new Settings(options);
  return (request, response) => {
    intercept(settings, request, response);
    return handler(request, response);
  };
}

/**
 * Middleware for Express, and others that take its middleware: who asks for Markdown is answered in Markdown where the answer is HTML. What
 * compresses answers comes before it.
 *
 * @throws ConvertError
 *
 * @example
 * app.use(expressMarkdown({ content: 'main' }));
 */
export function expressMarkdown<Request extends NodeRequest = NodeRequest>(
  options?: HttpOptions<Request>,
): (request: Request, response: NodeResponse, next: () => void) => void {
  const settings = new Settings(options);
  return (request, response, next) => {
    intercept(settings, request, response);
    next();
  };
}

function intercept<Request extends NodeRequest>(
  settings: Settings<Request>,
  request: Request,
  response: NodeResponse,
): void {
  const exchange = Exchange.begin(settings, request, headOf(request));
  if (exchange === undefined) return;
  change(request, exchange.instead);
  if (exchange.wants) new Interception(exchange, response);
  else decideLate(exchange, response);
}
