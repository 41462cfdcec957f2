import { assert } from 'chai';
import { type AppId, type ErrorCode, PorticoError } from '../../../sandbox/contract/index.ts';
import { exampleOffer } from '../../services/registry/example-offer.ts';
import type { Receipt } from '../../services/registry/index.ts';
import type { PaymentsApi } from '../../services/registry/payments.ts';
import { type CashierParts, createCashierFlow } from './cashier-flow.ts';

const { intent } = exampleOffer;
const paid: Receipt = {
  ...intent,
  state: 'PAID',
  title: 't',
  items: [],
  createdAt: new Date(0),
  paidAt: new Date(0),
  receiptNo: 'R1',
  attemptState: 'SUCCEEDED',
};
const fault = (code: ErrorCode) => () => Promise.reject(new PorticoError(code));
const signal = new AbortController().signal;

function cashier(payments: Partial<PaymentsApi> = {}, parts: Partial<CashierParts> = {}) {
  const said: string[] = [];
  const flow = createCashierFlow({
    appId: intent.appId as AppId,
    orderToken: 't',
    userId: intent.userId,
    payments: {
      createIntent: async () => exampleOffer,
      confirm: async () => {
        said.push('confirm');
        return { hint: 'processing', attemptState: 'SUCCEEDED', orderId: intent.orderId };
      },
      cancel: async () => {
        said.push('cancel');
      },
      query: async () => 'processing',
      receipt: async () => paid,
      orders: async () => [],
      ...payments,
    },
    sign: async () => {
      said.push('sign');
      return {};
    },
    now: () => 0,
    pause: async () => undefined,
    ...parts,
  });
  return { flow, said };
}

const problemOf = ({ flow }: ReturnType<typeof cashier>): unknown => {
  const { value } = flow;
  return value.step === 'failed' ? [value.problem.code, value.again] : value.step;
};

describe('the course of a payment', () => {
  it('goes from the offer through the passkey to the registry’s receipt', async () => {
    const { flow, said } = cashier();
    const steps: string[] = [];
    flow.subscribe(({ step }) => steps.push(step));
    await flow.load(signal);
    await flow.confirm();
    assert.deepEqual(steps, ['loading', 'ready', 'confirming', 'processing', 'settled']);
    assert.deepEqual(said, ['sign', 'confirm']);
    assert.deepEqual(flow.value, { step: 'settled', receipt: paid });
    assert.equal(await flow.leave(), 'processing');
  });

  it('never shows an offer whose challenge is not that of its intent', async () => {
    const tampered = { ...exampleOffer, intent: { ...intent, payeeName: '别人' } };
    const run = cashier({ createIntent: async () => tampered });
    await run.flow.load(signal);
    assert.deepEqual(problemOf(run), ['ERR_CONTAINER_INTENT_MISMATCH', false]);
    await run.flow.confirm();
    assert.deepEqual(run.said, []);
  });

  it('does not sign when the shown intent changed after it was offered', async () => {
    const offer = structuredClone({ ...exampleOffer });
    const run = cashier({ createIntent: async () => offer });
    await run.flow.load(signal);
    (offer.intent as { amountMinor: string }).amountMinor = '999900';
    await run.flow.confirm();
    assert.deepEqual(problemOf(run), ['ERR_CONTAINER_INTENT_MISMATCH', false]);
    assert.deepEqual(run.said, []);
  });

  it('stays ready when the passkey prompt was declined, and gives the offer back when the customer leaves', async () => {
    const run = cashier({}, { sign: fault('ERR_CONTAINER_PASSKEY_DECLINED') });
    await run.flow.load(signal);
    await run.flow.confirm();
    assert.equal(run.flow.value.step, 'ready');
    assert.equal(await run.flow.leave(), 'cancelled');
    assert.deepEqual(run.said, ['cancel']);
  });

  it('asks for a new offer when the old one has run out', async () => {
    const run = cashier({}, { now: () => exampleOffer.expiresAt.getTime() });
    await run.flow.load(signal);
    await run.flow.confirm();
    assert.deepEqual(problemOf(run), ['ERR_PAYMENT_INTENT_EXPIRED', true]);
    assert.deepEqual(run.said, []);
  });

  it('is cancelled when the registry says for certain that nothing moved', async () => {
    const run = cashier({ confirm: fault('ERR_PAYMENT_FUNDS') });
    await run.flow.load(signal);
    await run.flow.confirm();
    assert.deepEqual(problemOf(run), ['ERR_PAYMENT_FUNDS', true]);
    assert.equal(await run.flow.leave(), 'cancelled');
  });

  it('may have paid when no answer came, and looks at the receipt', async () => {
    const run = cashier({ confirm: fault('ERR_CONTAINER_OFFLINE') });
    await run.flow.load(signal);
    await run.flow.confirm();
    assert.deepEqual(run.flow.value, { step: 'settled', receipt: paid });
    assert.equal(await run.flow.leave(), 'maybe_paid');
  });

  it('says that the result is unknown when the receipt cannot be had either', async () => {
    const run = cashier({ confirm: fault('ERR_CONTAINER_OFFLINE'), receipt: fault('ERR_CONTAINER_OFFLINE') });
    await run.flow.load(signal);
    await run.flow.confirm();
    assert.deepEqual(run.flow.value, { step: 'settled', receipt: undefined });
  });

  it('waits while the order is being paid', async () => {
    const states: Receipt['state'][] = ['PAYING', 'PAYING', 'PAID'];
    const run = cashier({ receipt: async () => ({ ...paid, state: states.shift() ?? 'PAID' }) });
    await run.flow.load(signal);
    await run.flow.confirm();
    assert.deepEqual(states, []);
    assert.equal(run.flow.value.step === 'settled' && run.flow.value.receipt?.state, 'PAID');
  });

  it('signs once, however often it is pressed', async () => {
    const run = cashier();
    await run.flow.load(signal);
    await Promise.all([run.flow.confirm(), run.flow.confirm(), run.flow.confirm()]);
    assert.deepEqual(run.said, ['sign', 'confirm']);
  });

  it('offers no second try for an order that is closed, and hints at a payment for one that is paid', async () => {
    const closed = cashier({ createIntent: fault('ERR_PAYMENT_ORDER_CLOSED') });
    await closed.flow.load(signal);
    assert.deepEqual(problemOf(closed), ['ERR_PAYMENT_ORDER_CLOSED', false]);
    assert.equal(await closed.flow.leave(), 'cancelled');
    const again = cashier({ createIntent: fault('ERR_PAYMENT_ORDER_PAID') });
    await again.flow.load(signal);
    assert.equal(await again.flow.leave(), 'maybe_paid');
  });
});
