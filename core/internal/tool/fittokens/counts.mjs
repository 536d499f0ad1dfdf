// Counts the tokens of texts, as a tokenizer does that has its vocabulary: node counts.mjs FOLDER ENCODING, where the package gpt-tokenizer is
// installed in FOLDER/node_modules. A line of standard input is a text as JSON, a line of standard output its number of tokens.
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';

const [folder, encoding] = process.argv.slice(2);
const { countTokens } = createRequire(path.resolve(folder, 'package.json'))(`gpt-tokenizer/cjs/encoding/${encoding}_base`);
const special = { allowedSpecial: new Set(), disallowedSpecial: new Set() };
for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${countTokens(JSON.parse(line), special)}\n`);
