// Published addons made with napi-rs, given as little to do as they can be: snappy unpacks an empty string in an AsyncTask,
// which napi-rs runs on libuv's pool, and @node-rs/crc32 sums up no bytes.
import { crc32 } from '@node-rs/crc32';
import { uncompress } from 'snappy';

const packed = Buffer.of(0);
const options = { asBuffer: false };

export async function open() {
  return { convert: () => uncompress(packed, options), convertSync: () => crc32('') };
}
