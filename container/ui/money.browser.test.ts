import { assert } from 'chai';
import { moneyText } from './money.ts';

describe('an amount', () => {
  for (const [minor, exponent, currency, words] of [
    ['1500', 2, 'CNY', '¥15.00'],
    ['5', 2, 'CNY', '¥0.05'],
    ['0', 2, 'CNY', '¥0.00'],
    ['123456789', 2, 'CNY', '¥1,234,567.89'],
    ['9223372036854775807', 2, 'CNY', '¥92,233,720,368,547,758.07'],
    ['1500', 0, 'JPY', 'JPY 1,500'],
    ['1500', 3, 'KWD', 'KWD 1.500'],
  ] as const) {
    it(`of ${minor} with exponent ${exponent} reads ${words}`, () => {
      assert.equal(moneyText(minor, exponent, currency), words);
    });
  }
});
