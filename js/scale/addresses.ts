import { BlockList, isIP } from 'node:net';
import { invalidOption } from '../errors.js';
import { isPublic } from '../net/public.js';

/** Says which addresses may be connected to. */
export class Addresses {
  readonly #allowed = new BlockList();

  /** Networks, such as `10.1.0.0/16`, are allowed although they are private. Throws a `ConvertError` for what is none. */
  constructor(allowed: readonly string[]) {
    for (const network of allowed) {
      const [address = '', prefix = isIP(address) === 6 ? '128' : '32'] = network.split('/');
      const longest = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
      if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > longest) {
        throw invalidOption("networks such as '10.1.0.0/16'", 'options.http.allowNetworks', network);
      }
      this.#allowed.addSubnet(address, Number(prefix), longest === 128 ? 'ipv6' : 'ipv4');
    }
  }

  allows(address: string): boolean {
    const version = isIP(address);
    return isPublic(address) || (version !== 0 && this.#allowed.check(address, version === 6 ? 'ipv6' : 'ipv4'));
  }
}
