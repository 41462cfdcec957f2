import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './network.ts';

test('a network is an IPv4 address, or the first 64 bits of an IPv6 one, however it is written', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('2001:db8:0:a::1'), '2001:db8:0:a::/64');
  assert.equal(networkOf('2001:0db8:0000:000A:1:2:3:4'), networkOf('2001:db8:0:a::1'));
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0::/64');
  assert.notEqual(networkOf('2001:db8:0:b::1'), networkOf('2001:db8:0:a::1'));
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
});
