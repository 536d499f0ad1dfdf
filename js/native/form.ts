import { hasExternalBytes } from '../host/node.js';
import { inputLent, outputBytes, outputExternal } from './border.generated.js';

/** What a conversion makes: text, or UTF-8. */
export type Markdown = string | Uint8Array<ArrayBuffer>;

/** How native code takes a document and gives its Markdown. */
export const formOf = (bytes: boolean, lent: boolean): number => (bytes ? formOfBytes() : 0) | (lent ? inputLent : 0);

const formOfBytes = () => outputBytes | (hasExternalBytes() ? outputExternal : 0);
