import { BlockList, isIP } from 'node:net';

type Networks = readonly (readonly [network: string, prefix: number])[];

// What is of no use outside of a network, or leads into one: the registries of special-purpose addresses of IANA,
// https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, and multicast.
const special = listOf('ipv4', [
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
]);

// Of version 6 what is given out to the world, less what carries an address of version 4 or is for examples.
const world = listOf('ipv6', [['2000::', 3]]);
const worldExcept = listOf('ipv6', [
  ['2001::', 23], // Teredo, benchmarks, ORCHID
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

// What a network without version 4 has in the place of its addresses, by NAT64.
const translated = listOf('ipv6', [['64:ff9b::', 96]]);

/** Reports whether an address is one of the public internet, and none of a private network, of this machine or of a cloud's metadata. */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, 'ipv4');
  if (version !== 6 || address.includes('%')) return false; // A zone is one of a link.
  if (translated.check(address, 'ipv6')) return isPublic(carried(address));
  return world.check(address, 'ipv6') && !worldExcept.check(address, 'ipv6');
}

/** The address of version 4 in the last four bytes of one of version 6. */
function carried(address: string): string {
  // URL writes the groups in hexadecimal, however they were.
  const [high = 0, low = 0] = new URL(`http://[${address}]`).hostname
    .slice(1, -1)
    .split(':')
    .slice(-2)
    .map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function listOf(family: 'ipv4' | 'ipv6', networks: Networks): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}
