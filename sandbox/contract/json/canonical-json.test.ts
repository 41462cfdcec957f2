import assert from 'node:assert/strict';
import { test } from 'node:test';
import peer from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './index.ts';

test('members are sorted by UTF-16 code units, without spaces', () => {
  const value = { b: 1, a: [true, null], '\u20ac': 1, '\u{1f600}': 2, '\ufb33': 3 };
  assert.equal(canonicalJson(value), '{"a":[true,null],"b":1,"\u20ac":1,"\u{1f600}":2,"\ufb33":3}');
});

test('numbers and strings take ECMAScript’s own form (RFC 8785, appendix B)', () => {
  const numbers = JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0]');
  assert.equal(canonicalJson(numbers), '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
  assert.equal(canonicalJson('\u20ac$\u000f\nA\'B"\\"/'), '"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"');
});

test('what JSON has no form for is refused', () => {
  for (const value of [undefined, Number.NaN, 1n, () => 1, '\ud800', new Date(), new Map(), [undefined]]) {
    assert.throws(() => canonicalJson(value), TypeError);
  }
});

test('it agrees with another implementation', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => assert.equal(canonicalJson(value), peer(value))),
    { numRuns: 300 },
  );
});
