import { BlockList, isIP } from 'node:net';
import { ConvertError } from '../index.js';

// What is of no use outside of a network, or leads into one: the special-purpose registries of IANA, with multicast.
const special: readonly (readonly [network: string, prefix: number])[] = [
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
  ['224.0.0.0', 3],
];

// Of IPv6 what is given out to the world, less what carries an address of IPv4 or is for examples.
const world: readonly (readonly [network: string, prefix: number])[] = [['2000::', 3]];
const worldExcept: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** Says which addresses may be connected to. */
export class Addresses {
  readonly #special = listOf(special, 'ipv4');
  readonly #world = listOf(world, 'ipv6');
  readonly #worldExcept = listOf(worldExcept, 'ipv6');
  readonly #allowed = new BlockList();

  /** Networks, such as `10.1.0.0/16`, are allowed although they are private. Throws a `ConvertError` for what is none. */
  constructor(allowed: readonly string[]) {
    for (const network of allowed) {
      const [address = '', prefix = isIP(address) === 6 ? '128' : '32'] = network.split('/');
      const longest = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
      if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > longest) {
        throw new ConvertError(
          'ERR_INVALID_OPTION',
          `Expected networks such as '10.1.0.0/16' for options.http.allowNetworks but received '${network}'`,
        );
      }
      this.#allowed.addSubnet(address, Number(prefix), longest === 128 ? 'ipv6' : 'ipv4');
    }
  }

  allows(address: string): boolean {
    if (isIP(address) === 4) return this.#allowed.check(address) || !this.#special.check(address);
    if (isIP(address) !== 6) return false;
    if (this.#allowed.check(address, 'ipv6')) return true;
    return this.#world.check(address, 'ipv6') && !this.#worldExcept.check(address, 'ipv6');
  }
}

function listOf(networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}
