// The parameter of a media type, in quotation marks or not.
const parameter = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i;

/** The label of an encoding that a Content-Type names, whether or not there is such an encoding. */
export function charsetLabelOf(contentType: string | null | undefined): string | undefined {
  const [, quoted, plain] = parameter.exec(contentType ?? '') ?? [];
  return quoted ?? plain;
}

/** The encoding that a Content-Type names, if it is one: else the page says it, as browsers have it. */
export function charsetOf(contentType: string | null | undefined): string | undefined {
  return encodingOf(charsetLabelOf(contentType));
}

/** The name of the encoding that has a label, if there is one. */
export function encodingOf(label: string | undefined): string | undefined {
  try {
    return label && new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
