import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PaymentView } from '../../contract/api.ts';
import { confirmPayment } from './confirm.ts';

const pause = async () => undefined;

/** Answers with these states in turn, the last one for ever; `undefined` is an answer that did not come. */
function answers(...states: (PaymentView['state'] | undefined)[]) {
  let asked = 0;
  return async () => {
    const state = states[Math.min(asked++, states.length - 1)];
    if (state === undefined) throw new Error('no answer');
    return { state } as PaymentView;
  };
}

test('a payment is paid when the server says so, however long it was being paid', async () => {
  assert.equal(await confirmPayment(answers('PAYING', 'PAYING', 'PAID'), pause), 'paid');
  assert.equal(await confirmPayment(answers('CREATED', 'PAYING', 'PAID'), pause), 'paid');
});

test('answers that do not come are no verdict', async () => {
  assert.equal(await confirmPayment(answers(undefined, undefined, 'PAID'), pause), 'paid');
  assert.equal(await confirmPayment(answers(undefined), pause), 'slow');
});

test('an order nobody is paying any more was not taken, one that closed has expired', async () => {
  assert.equal(await confirmPayment(answers('PAYING', 'CREATED'), pause), 'not-taken');
  assert.equal(await confirmPayment(answers('PAYING', 'CLOSED'), pause), 'expired');
});

test('a payment that stays under way is slow, never paid and never failed', async () => {
  assert.equal(await confirmPayment(answers('PAYING'), pause), 'slow');
});
