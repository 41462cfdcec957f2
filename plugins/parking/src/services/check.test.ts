import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import * as api from '../../contract/api.ts';
import { fits } from './check.ts';

const payment = {
  outOrderNo: 'PS1-001',
  stayId: 'S1',
  plate: '沪A12345',
  carPark: { id: 'a', name: { zh: '甲', en: 'A' }, address: { zh: '甲', en: 'A' } },
  enteredAt: 1,
  state: 'PAID',
  amountFen: 1600,
  quotedAt: 2,
  paidAt: 3,
  leaveBy: null,
  orderToken: null,
};

test('an answer of the contract fits, and one with a missing, wrong or unknown value does not', () => {
  assert.ok(fits(api.paymentAnswer, { payment }));
  assert.ok(fits(api.paymentAnswer, { payment: { ...payment, addedLater: 1 } }));
  const { plate: _, ...withoutPlate } = payment;
  const wrong: unknown[] = [
    withoutPlate,
    { ...payment, state: 'FREE' },
    { ...payment, amountFen: 16.5 },
    { ...payment, amountFen: -1 },
    { ...payment, paidAt: '3' },
    { ...payment, plate: '' },
    null,
    [],
  ];
  for (const value of wrong) assert.ok(!fits(api.paymentAnswer, { payment: value }), JSON.stringify(value));
});

test('it agrees with a full JSON Schema validator on values one change away from a good one', () => {
  const ajv = new Ajv({ strict: false });
  // The difference that is meant: unknown members are let through.
  const open = JSON.parse(JSON.stringify(api.paymentAnswer).replaceAll('"additionalProperties":false', '"x":0'));
  const isPayment = ajv.compile(open);
  const key = fc.constantFrom(...Object.keys(payment));
  const odd = fc.oneof(
    fc.integer(),
    fc.double({ min: -1e9, max: 1e9 }),
    fc.string({ maxLength: 600 }),
    fc.constant(null),
    fc.boolean(),
  );
  fc.assert(
    fc.property(key, odd, (name, value) => {
      const changed = { payment: { ...payment, [name]: value } };
      assert.equal(fits(api.paymentAnswer, changed), isPayment(changed), JSON.stringify(changed));
    }),
  );
});
