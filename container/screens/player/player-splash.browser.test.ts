import { assert } from 'chai';
import { readableOn } from './player-splash.ts';

describe('words on an app’s colour', () => {
  it('are black or white, whichever can be read', () => {
    assert.equal(readableOn('#ffffff'), '#000000');
    assert.equal(readableOn('#000000'), '#ffffff');
    assert.equal(readableOn('#f5d547'), '#000000');
    assert.equal(readableOn('#1d5fa8'), '#ffffff');
  });
});
