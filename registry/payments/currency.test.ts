import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyExponents, parseAmount, parseCurrency } from './currency.ts';

const code = (expected: string) => (error: unknown) => (error as { code?: unknown }).code === expected;

test('an amount is read from a string of digits and nothing else', () => {
  assert.equal(parseAmount('1'), 1n);
  assert.equal(parseAmount('1000000000000000'), 10n ** 15n);
  const refused = [
    '0',
    '-1',
    '+1',
    '9223372036854775808',
    '1000000000000001',
    '1e3',
    '1.00',
    '01',
    '1 ',
    ' 1',
    '',
    '１',
  ];
  for (const text of refused) assert.throws(() => parseAmount(text), code('ERR_PAYMENT_AMOUNT'), text);
  for (const value of [1, 1n, null, undefined, NaN, ['1']])
    assert.throws(() => parseAmount(value), code('ERR_PAYMENT_AMOUNT'));
});

test('a currency brings its own exponent and an unknown one is refused', () => {
  assert.deepEqual({ ...currencyExponents }, { CNY: 2, JPY: 0, KWD: 3 });
  assert.equal(parseCurrency('JPY'), 'JPY');
  for (const value of ['cny', 'USD', '', 'toString', 2, null])
    assert.throws(() => parseCurrency(value), code('ERR_PAYMENT_CURRENCY'));
});
