import sax from 'sax';

/** An element of XML, and the text that is right in it. */
export interface XmlElement {
  /** Without a prefix, in lower case; so are the names of attributes. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  text: string;
}

/** Returns the elements of a text in their order. What is wrong in it is passed over. */
export function elementsOf(text: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = xmlParser();
  parser.onopentag = ({ name, attributes }) => {
    const element = { name: localName(name), attributes: attributes as XmlElement['attributes'], text: '' };
    elements.push(element);
    open.push(element);
  };
  parser.ontext = parser.oncdata = (piece) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.onclosetag = () => open.pop();
  parser.write(text).close();
  return elements;
}

/** A parser that goes on after what is wrong. */
export function xmlParser(): sax.SAXParser {
  const parser = sax.parser(false, { lowercase: true });
  parser.onerror = () => {
    parser.resume();
  };
  return parser;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
