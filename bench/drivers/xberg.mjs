// @xberg-io/html-to-markdown, the successor of @kreuzberg/html-to-markdown-node with the same options.
import { versionOf } from '../lib/package.mjs';
import { openPackage } from './kreuzberg.mjs';

export const name = '@xberg-io/html-to-markdown';
export const version = () => versionOf(name);
export const open = async () => openPackage(name);
