import { assert } from 'chai';
import { canonicalJson } from './canonical-json.ts';

describe('the canonical JSON of TUF', () => {
  it('sorts members, leaves out spaces and keeps integers', () => {
    assert.equal(canonicalJson({ b: [1, -2, 0], a: { z: null, y: true } }), '{"a":{"y":true,"z":null},"b":[1,-2,0]}');
  });

  it('escapes quotes and backslashes and nothing else: not RFC 8785', () => {
    assert.equal(canonicalJson('"\\\n\u0000é停'), '"\\"\\\\\n\u0000é停"');
  });

  it('sorts by UTF-16 code units', () => {
    assert.equal(canonicalJson({ '\u{1f600}': 1, '\ufb33': 2, a: 3 }), '{"a":3,"\u{1f600}":1,"\ufb33":2}');
  });

  it('has no form for fractions, wherever they are', () => {
    assert.isUndefined(canonicalJson(1.5));
    assert.isUndefined(canonicalJson({ a: [0.1] }));
    assert.isUndefined(canonicalJson({ a: Number.NaN }));
  });

  it('has no form for what is nested to exhaust the stack', () => {
    assert.isUndefined(canonicalJson(JSON.parse('['.repeat(200_000) + ']'.repeat(200_000))));
    assert.isUndefined(canonicalJson(JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`)));
  });

  it('takes a member called __proto__ as any other', () => {
    assert.equal(canonicalJson(JSON.parse('{"__proto__":1,"a":2}')), '{"__proto__":1,"a":2}');
  });
});
