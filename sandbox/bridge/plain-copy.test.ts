import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CallError } from './call-error.ts';
import { copyPlain } from './plain-copy.ts';

const budget = (left = 1_048_576) => ({ left, depth: 64 });
/** JSON without the keys that are refused and the zero that is normalised. */
const json = fc
  .jsonValue({ maxDepth: 6 })
  .filter((value) => !/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value)));

describe('copying plain data', () => {
  it('gives an equal value that shares nothing with the original', () => {
    fc.assert(
      fc.property(json, (value) => {
        const copy = copyPlain(value, budget());
        assert.deepEqual(copy, JSON.parse(JSON.stringify(value)));
        if (typeof value === 'object' && value !== null) assert.notEqual(copy, value);
      }),
    );
  });

  it('either gives JSON or refuses with a code, whatever it is given', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
      withObjectString: true,
      withUnboxing: true,
    } as object);
    fc.assert(
      fc.property(anything, (value) => {
        try {
          const copy = copyPlain(value, budget(20_000));
          assert.deepEqual(JSON.parse(JSON.stringify(copy)), copy);
        } catch (error) {
          assert.ok(error instanceof CallError, String(error));
          assert.match(error.code, /^ERR_BRIDGE_(?:BAD_ARGUMENTS|TOO_LARGE)$/);
        }
      }),
    );
    assert.equal(Object.getOwnPropertyNames(Object.prototype).includes('polluted'), false);
  });

  it('stops early at shared parts that would expand without end', () => {
    let bomb: unknown = ['x'];
    for (let level = 0; level < 40; level += 1) bomb = [bomb, bomb];
    const started = performance.now();
    assert.throws(
      () => copyPlain(bomb, budget()),
      (error: unknown) => (error as CallError).code === 'ERR_BRIDGE_TOO_LARGE',
    );
    assert.ok(performance.now() - started < 500);
  });

  it('stops at once at an array that only claims to be long', () => {
    const started = performance.now();
    assert.throws(() => copyPlain(new Array(4_000_000_000), budget()));
    assert.ok(performance.now() - started < 50);
  });

  it('leaves out members that are undefined, as JSON does, but not elements', () => {
    assert.deepEqual(copyPlain({ a: undefined, b: 1 }, budget()), { b: 1 });
    assert.throws(() => copyPlain([undefined], budget()));
  });
});
