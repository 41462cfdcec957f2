import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCardStart } from './card/records.ts';
import { isHostFill, isHostOpen, parseLoaderHello } from './handshake.ts';
import { isGuestPort, isOriginGo, parseGuestHello, parseOriginNews } from './origin-handshake.ts';

describe('the handshake', () => {
  it('reads a greeting and nothing else', () => {
    const hello = { portico: 'loader', versions: [1], nonce: 'n' };
    assert.deepEqual(parseLoaderHello({ ...hello, extra: true }), hello);
    for (const other of [
      null,
      'loader',
      {},
      { ...hello, portico: 'open' },
      { ...hello, nonce: 1 },
      { ...hello, versions: '1' },
      { ...hello, versions: [1.5] },
      { ...hello, versions: new Array(17).fill(1) },
    ]) {
      assert.equal(parseLoaderHello(other), undefined);
    }
  });

  it('takes the container’s answer only with the nonce of this frame', () => {
    const open = { portico: 'open', version: 1, nonce: 'n', entry: 'index.html', files: [] };
    assert.equal(isHostOpen(open, 'n'), true);
    assert.equal(isHostOpen(open, 'other'), false);
    assert.equal(isHostOpen({ ...open, portico: 'loader' }, 'n'), false);
    assert.equal(isHostOpen(null, 'n'), false);
  });

  it('does not take files that come ahead for the word to start, nor the other way round', () => {
    const fill = { portico: 'fill', nonce: 'n', entry: 'index.html', files: [] };
    assert.equal(isHostFill(fill, 'n'), true);
    assert.equal(isHostOpen(fill, 'n'), false);
    assert.equal(isHostFill({ ...fill, portico: 'open' }, 'n'), false);
    assert.equal(isHostFill(fill, 'other'), false);
    assert.equal(isHostFill({ ...fill, files: 'all' }, 'n'), false);
  });

  it('is read without walking into what others send: the deepest nest costs no stack', () => {
    let deep: unknown = null;
    for (let level = 0; level < 100_000; level += 1) deep = level % 2 === 0 ? [deep] : { portico: 'open', files: deep };
    const words = ['loader', 'guest', 'origin', 'go', 'port', 'card'].map((portico) => ({
      portico,
      nonce: deep,
      versions: [deep],
      version: deep,
      state: deep,
    }));
    for (const word of [deep, [deep], ...words]) {
      for (const parse of [parseLoaderHello, parseGuestHello, parseOriginNews]) assert.equal(parse(word), undefined);
      for (const accepts of [isHostFill, isHostOpen, isOriginGo, isGuestPort]) assert.equal(accepts(word, 'n'), false);
    }
    assert.equal(isCardStart(deep), false);
    assert.equal(isHostFill({ portico: 'fill', nonce: 'n', entry: deep, files: [deep] }, 'n'), true);
  });
});
