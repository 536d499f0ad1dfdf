import { describe, expect, test } from '@jest/globals';
import { isPublic } from '../dist/net/public.js';
import { Addresses } from '../dist/scale/addresses.js';

const ofTheWorld =
  '1.1.1.1 93.184.215.14 172.15.0.1 172.32.0.1 2606:4700::1111 2a00:1450:4001::200e 64:ff9b::1.1.1.1 64:ff9b::8.0.0.8 64:ff9b::101:100 64:FF9B:0::101:203'.split(
    ' ',
  );
const others = (
  '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.255 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.168.0.1 198.18.0.1 ' +
  '198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:1.1.1.1 ::127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a00:1 64:ff9b:: 64:ff9b::1 64:FF9B:0::a01:203 ' +
  '64:ff9b:0:0:0:0:a00:0 64:ff9b:1::1 100::1 2001::1 2001:10::1 2001:db8::1 2002:7f00:1::1 3fff::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 ' +
  'fe80::1%eth0 fec0::1 ff02::1 localhost'
).split(' ');

describe('addresses', () => {
  test('of the public internet, and all others', () => {
    expect(ofTheWorld.filter((address) => !isPublic(address))).toEqual([]);
    expect(others.filter(isPublic)).toEqual([]);
  });

  test('of networks that are allowed, which a translation is not', () => {
    const addresses = new Addresses(['10.1.0.0/16', 'fd12::/16']);
    for (const address of [...ofTheWorld, '10.1.2.3', 'fd12::1'])
      expect([address, addresses.allows(address)]).toEqual([address, true]);
    for (const address of ['10.2.0.1', '64:ff9b::10.1.2.3', 'fd13::1', 'fe80::1%eth0', 'localhost', ''])
      expect([address, addresses.allows(address)]).toEqual([address, false]);
  });
});
