import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ToolError } from './errors.js';

// What is not of the public internet: the registries of special-purpose addresses of IANA, https://www.iana.org/assignments/
// iana-ipv4-special-registry and iana-ipv6-special-registry, and multicast.
const special = new BlockList();

for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3], // multicast, reserved and broadcast
] as const) {
  special.addSubnet(network, prefix, 'ipv4');
}

/** Reports whether an address is one of the public internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  const groups = groupsOf(address);
  if (groups === undefined) return false;
  const [first = 0, second = 0] = groups;
  const last = `${(groups[6] ?? 0) >> 8}.${(groups[6] ?? 0) & 255}.${(groups[7] ?? 0) >> 8}.${(groups[7] ?? 0) & 255}`;
  // Translated to version 4, by NAT64's well-known prefix.
  if (first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0)) return isPublic(last);
  // Global unicast is 2000::/3, less 2001::/23 (Teredo, benchmarks, ORCHID), 2001:db8::/32 and 3fff::/20 (documentation), 2002::/16 (6to4).
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

/** The eight groups of an address of version 6; undefined for what is none. */
function groupsOf(address: string): number[] | undefined {
  const [plain = ''] = address.split('%'); // without its zone
  if (isIP(plain) !== 6) return undefined;
  const [whole = ''] = plain.match(/^[^.]*(?=:[\d.]+$)/) ?? [plain];
  const dotted = plain.slice(whole.length + 1).split('.');
  const ofDots =
    plain.includes('.') && dotted.length === 4
      ? [Number(dotted[0]) * 256 + Number(dotted[1]), Number(dotted[2]) * 256 + Number(dotted[3])]
      : [];
  const [left = '', right] = (ofDots.length > 0 ? whole : plain).split('::');
  const numbers = (side: string) =>
    side === '' ? [] : side.split(':').map((group) => Number.parseInt(group || '0', 16));
  const before = numbers(left);
  const after = [...numbers(right ?? ''), ...ofDots];
  return [...before, ...Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after];
}

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
