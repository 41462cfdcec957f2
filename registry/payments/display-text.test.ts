import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayText } from './display-text.ts';

const refused = (error: unknown) => (error as { code?: unknown }).code === 'ERR_PAYMENT_TEXT';

test('ordinary names pass unchanged', () => {
  for (const name of ['城市停车有限公司', 'City Parking Ltd. (上海)', 'Кафе Пушкин', 'Größe café', '停车费 2 小时']) {
    assert.equal(displayText(name), name);
  }
});

test('direction overrides, zero-width characters and line breaks disappear', () => {
  assert.equal(displayText('City\u202Egnikrap\u202C'), 'Citygnikrap');
  assert.equal(displayText('Pa\u200Brk\u2060ing\uFEFF'), 'Parking');
  assert.equal(displayText('Parking\n\n￥0.01\u2028x'), 'Parking ￥0.01 x');
  assert.equal(displayText('A\u{E0041}\u{E0042}'), 'A');
});

test('a word that mixes look-alike scripts is refused', () => {
  assert.throws(() => displayText('Сity Parking'), refused); // Cyrillic С
  assert.throws(() => displayText('Βank'), refused); // Greek Β
});

test('text without anything visible and stacked marks are refused', () => {
  assert.throws(() => displayText('\u200B \u3164'), refused);
  assert.throws(() => displayText(`a${'\u0301'.repeat(20)}`), refused);
});
