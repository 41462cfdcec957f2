import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from '../platform/index.ts';
import { refusePrivateLiteral } from './public-addresses.ts';
import { targetOf } from './target.ts';

const none = new Map<string, string>();

test('a path stays on the declared origin', () => {
  assert.equal(
    targetOf('https://tea.example', '/a/b?c=%E5#'.replace('#', ''), none).url.href,
    'https://tea.example/a/b?c=%E5',
  );
});

test('a path that could lead elsewhere is refused', () => {
  for (const path of [
    '//evil.example/',
    '/\\evil.example',
    'https://evil.example',
    '/a#b',
    '/a b',
    '/é',
    '',
    '/\n',
    '@evil.example',
    '/a\\..\\b',
  ]) {
    assert.throws(() => targetOf('https://tea.example', path, none), { code: 'ERR_GATEWAY_PATH_REFUSED' }, path);
  }
});

test('a mapped back end is reached at its loopback address but named as declared', () => {
  const target = targetOf('https://tea.example', '/x', new Map([['https://tea.example', 'http://127.0.0.1:9']]));
  assert.equal(target.url.href, 'http://127.0.0.1:9/x');
  assert.equal(target.audience, 'https://tea.example');
  assert.equal(target.mapped, true);
});

test('only addresses of the public Internet are public', () => {
  for (const address of ['93.184.216.34', '2606:4700:4700::1111']) assert.ok(isPublicAddress(address), address);
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:93.184.216.34',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ];
  for (const address of inside) assert.ok(!isPublicAddress(address), address);
});

test('an address written into the origin is judged too, in every spelling URL knows', () => {
  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:10.0.0.1]', '017700000001']) {
    assert.throws(
      () => refusePrivateLiteral(new URL(`https://${host}/`)),
      { code: 'ERR_GATEWAY_PRIVATE_ADDRESS' },
      host,
    );
  }
});
