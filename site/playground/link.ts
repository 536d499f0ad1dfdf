// A link carries what the page shows, compressed, behind its #: that part of an address is sent to nobody.
export interface State {
  readonly html: string;
  readonly options: Record<string, unknown>;
  readonly rules: string;
  readonly tab: string;
}

// A short link must not unfold into more than a page can hold.
const mostBytes = 16 * 1024 * 1024;

const through = (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough(stream);

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}

/** Returns what comes behind the # of a link. */
export async function fragmentOf(state: State): Promise<string> {
  const packed = through(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream('deflate-raw'));
  return `#s=${toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** Returns what a link carries, or undefined if it carries nothing. Throws a sentence. */
export async function stateOf(fragment: string): Promise<Partial<State> | undefined> {
  const packed = /^#s=([\w-]+)$/.exec(fragment)?.[1];
  if (packed === undefined) return undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    const reader = through(fromBase64Url(packed), new DecompressionStream('deflate-raw')).getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      parts.push(step.value);
      bytes += step.value.length;
      if (bytes > mostBytes) throw new RangeError('too large');
    }
    const { html, options, rules, tab } = JSON.parse(await new Blob(parts).text());
    return {
      ...(typeof html === 'string' && { html }),
      ...(typeof options === 'object' && options !== null && !Array.isArray(options) && { options }),
      ...(typeof rules === 'string' && { rules }),
      ...(typeof tab === 'string' && { tab }),
    };
  } catch {
    throw new SyntaxError('The link is damaged: open it again from where it was copied, or start anew.');
  }
}
