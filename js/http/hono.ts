import { type HttpOptions, Settings } from './settings.js';
import { answered, asked, beginWeb } from './web.js';

/** What is used of a context of Hono. */
interface Context {
  req: { raw: Request };
  // biome-ignore lint/suspicious/noExplicitAny: Hono's is set to undefined, which its type does not say.
  res: any;
}

/**
 * Middleware for Hono: who asks for Markdown is answered in Markdown where the answer is HTML. What compresses answers comes before it.
 *
 * @throws ConvertError
 *
 * @example
 * app.use(honoMarkdown({ content: 'main' }));
 */
export function honoMarkdown(
  options?: HttpOptions<Request>,
): (context: Context, next: () => Promise<void>) => Promise<void> {
  const settings = new Settings(options);
  return async (context, next) => {
    const request = context.req.raw;
    const exchange = beginWeb(settings, request);
    if (exchange === undefined) return next();
    context.req.raw = asked(exchange, request);
    await next();
    const response: Response = context.res;
    const answer = await answered(exchange, response);
    if (answer === response) return;
    context.res = undefined; // or the header fields of the one before would stay
    context.res = answer;
  };
}
