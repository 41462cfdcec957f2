import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayIn, words } from './words.ts';

test('both languages have the same places for values in every sentence', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, { zh, en }] of Object.entries(words)) {
    assert.deepEqual(places(zh), places(en), key);
    assert.ok(zh.length > 0 && en.length > 0, key);
    assert.doesNotMatch(en, /[\u4e00-\u9fff]/.test(en) && !en.includes('沪') ? /./ : /^$/, key);
  }
});

test('values take their places', () => {
  assert.equal(sayIn('zh')('heldUntil', { time: '14:35' }), '此价格为您保留到 14:35');
  assert.equal(sayIn('en')('hoursMinutes', { h: 2, m: 5 }), '2 h 5 min');
});
