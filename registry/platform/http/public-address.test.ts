import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from './public-address.ts';

test('addresses on the internet are public', () => {
  for (const address of ['1.1.1.1', '114.114.114.114', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '240e::1']) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

test('addresses inside a network, of the machine itself, or in disguise are not', () => {
  const inside = ['127.0.0.1', '127.255.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'];
  const special = ['169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'];
  const six = ['::1', '::', 'fe80::1', 'fc00::1', 'fd00::1', 'ff02::1', '2001:db8::1', 'fec0::1'];
  const disguised = [
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '::127.0.0.1',
  ];
  for (const address of [...inside, ...special, ...six, ...disguised, 'localhost', '', '1.1.1']) {
    assert.equal(isPublicAddress(address), false, address);
  }
});
