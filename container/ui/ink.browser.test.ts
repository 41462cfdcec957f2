import { assert } from 'chai';
import { contrast, inkOn } from './ink.ts';

describe('ink on a colour of an app’s choice', () => {
  it('can be read on any', () => {
    for (let grey = 0; grey < 256; grey += 3) {
      const part = grey.toString(16).padStart(2, '0');
      for (const colour of [`#${part}${part}${part}`, `#${part}8000`, `#00${part}ff`, `#ff${part}40`]) {
        assert.isAtLeast(contrast(colour, inkOn(colour)), 4, colour);
      }
    }
  });

  it('differs from black and white as the standard says', () => {
    assert.closeTo(contrast('#000000', '#ffffff'), 21, 0.01);
    assert.equal(inkOn('#ffffff'), '#10201b');
    assert.equal(inkOn('#0a4237'), '#ffffff');
  });
});
