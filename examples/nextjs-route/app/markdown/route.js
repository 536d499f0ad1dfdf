// POST /markdown?headingStyle=setext converts the HTML that is posted.
import { ConvertError, convert } from 'tidemark';

const statuses = {
  ERR_INVALID_ARG: 400,
  ERR_INVALID_OPTION: 400,
  ERR_INPUT_TOO_LARGE: 413,
  ERR_QUEUE_FULL: 503,
  ERR_TIMEOUT: 503,
};

export async function POST(request) {
  try {
    const options = Object.fromEntries(new URL(request.url).searchParams);
    const limits = { maxInputBytes: 8 * 1024 * 1024, timeout: 10_000, signal: request.signal };
    const markdown = await convert(request, { ...options, ...limits });
    return new Response(markdown, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
  } catch (error) {
    if (error instanceof ConvertError)
      return new Response(`${error.message}\n`, { status: statuses[error.code] ?? 500 });
    throw error;
  }
}
