import { assert } from 'chai';
import { partnerWords } from './partner-words.ts';

describe('words of a partner', () => {
  it('lose what reorders, hides or breaks a line', () => {
    assert.equal(partnerWords('pay\u202e0051\u202c now'), 'pay0051 now');
    assert.equal(partnerWords('ba\u200bnk\u2066\ufeff'), 'bank');
    assert.equal(partnerWords('one\ntwo\u2028three\u0007'), 'one two three');
  });

  it('are nothing where nothing of them is seen', () => {
    for (const blank of ['\u3164', '\u115f\u1160', '\uffa0', '\u2800\u2800', '\u034f', '\u{1d159}', ' \u200b '])
      assert.equal(partnerWords(blank), '', JSON.stringify(blank));
  });

  it('keep ordinary Chinese, Latin and emoji of one code point', () => {
    assert.equal(partnerWords('停车费 ¥15 · P2 🚗'), '停车费 ¥15 · P2 🚗');
  });

  it('keep two marks on a letter and drop a tower of them', () => {
    assert.equal(partnerWords(`a${'\u0301'.repeat(30)}b`), 'a\u0301\u0301b');
  });

  it('are at most 80 characters', () => {
    assert.equal([...partnerWords('停'.repeat(500))].length, 80);
    assert.equal(partnerWords('停'.repeat(80)), '停'.repeat(80));
  });
});
