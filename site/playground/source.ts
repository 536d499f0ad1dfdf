/** What is converted: text, or a file as its bytes, with the text that it most likely is. */
export interface Given {
  readonly text: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly name?: string;
}

const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;

/** Returns the text of bytes, to be looked at: what is converted are the bytes, which the engine decodes. */
function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  const label = declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export async function givenFile(file: File): Promise<Given> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { text: textOf(bytes), bytes, name: file.name };
}

/** Returns the HTML of what was copied, or undefined if that is the text of some HTML, as of an editor that colours it. */
export function richText(data: DataTransfer | null): string | undefined {
  const html = data?.getData('text/html') ?? '';
  const isMarkup = /^\s*<[a-z!?/]/i.test(data?.getData('text/plain') ?? '');
  return html === '' || isMarkup ? undefined : html;
}
