import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublic } from '../net/public.js';
import { ToolError } from './errors.js';

/** Looks a host up as `dns.lookup` does, but refuses one of which an address is not public: what is connected to is what was looked at. */
export const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, '', 0);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublic(address))) {
      return done(notPublic(host) as NodeJS.ErrnoException, '', 0);
    }
    const [{ address, family } = { address: '', family: 0 }] = addresses;
    if (options.all) done(null, addresses);
    else done(null, address, family);
  });
};

export function notPublic(host: string): ToolError {
  return new ToolError('ACCESS_DENIED', `${host} is not an address of the public internet, and no others are read`);
}
