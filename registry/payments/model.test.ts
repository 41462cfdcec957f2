/**
 * A model of payments beside the real thing: random sequences of what partners, customers, the channel and time may do,
 * each answer compared with the model's, the invariants checked after every step. A failing run prints its seed and path;
 * `PORTICO_SEED=<seed>` replays it.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { ChannelFault } from './channels/simulated.ts';
import { createTestBank } from './testing/bank.ts';
import type { OpenedIntent, TestCustomer } from './testing/callers.ts';
import { createFaultList } from './testing/faults.ts';

const RUNS = Number(process.env.PORTICO_MODEL_RUNS ?? 12);
const STEPS = 40;
const AMOUNT = 1500n;

const faults = createFaultList();
const bank = await createTestBank({ faults });
after(() => bank.close());

interface ModelOrder {
  state: 'CREATED' | 'PAYING' | 'PAID' | 'CLOSED';
  /** Who has the cashier open, or whose result is not known. */
  live: { customer: number; known: 'open' | 'paid' | 'absent' } | undefined;
  paidBy: number | undefined;
}
interface Model {
  orders: ModelOrder[];
  balances: bigint[];
}
interface Real {
  orders: { orderId: string; orderToken: string; intent: OpenedIntent | undefined; stale: OpenedIntent[] }[];
  customers: TestCustomer[];
}
let accepted = 0;

abstract class Step implements fc.AsyncCommand<Model, Real> {
  check(model: Readonly<Model>): boolean {
    return this.allowed(model);
  }
  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real);
    accepted += 1;
    await bank.provesItself();
    for (const [n, order] of model.orders.entries()) {
      const told = await bank.partner.read(real.orders[n]?.orderId ?? '');
      assert.equal(told.body.state, order.state, `order ${n}`);
    }
    for (const [n, customer] of real.customers.entries()) {
      const held = model.orders.filter((order) => order.live?.customer === n && order.live.known !== 'open').length;
      const row = await bank.balance(customer.userId);
      const expected = { posted: String(model.balances[n]), held: String(AMOUNT * BigInt(held)) };
      if (row) assert.deepEqual(row, expected, `customer ${n}`);
    }
  }
  abstract allowed(model: Readonly<Model>): boolean;
  abstract act(model: Model, real: Real): Promise<void>;
  abstract toString(): string;
}

class Create extends Step {
  allowed = (model: Readonly<Model>) => model.orders.length < 4;
  async act(model: Model, real: Real) {
    const order = await bank.partner.order({ expiresInSeconds: 86_400 });
    assert.equal(order.status, 201);
    model.orders.push({ state: 'CREATED', live: undefined, paidBy: undefined });
    real.orders.push({ ...order.body, intent: undefined, stale: [] });
  }
  toString = () => 'create';
}

/** The steps below pick an order and a customer by a number that is reduced to what exists. */
abstract class OnOrder extends Step {
  readonly pick: number;
  readonly customer: number;
  constructor(pick: number, customer: number) {
    super();
    this.pick = pick;
    this.customer = customer;
  }
  allowed(model: Readonly<Model>): boolean {
    return model.orders.length > 0;
  }
  async act(model: Model, real: Real): Promise<void> {
    const n = this.pick % model.orders.length;
    const [order, handle, customer] = [model.orders[n], real.orders[n], real.customers[this.customer]];
    assert.ok(order && handle && customer);
    await this.on(order, handle, customer, model);
  }
  abstract on(order: ModelOrder, handle: Real['orders'][number], customer: TestCustomer, model: Model): Promise<void>;
}

class Open extends OnOrder {
  async on(order: ModelOrder, handle: Real['orders'][number], customer: TestCustomer) {
    const answer = await customer.open(handle.orderToken);
    const free = order.state === 'CREATED' || (order.live?.known === 'open' && order.live.customer === this.customer);
    const expected = { PAID: 'ERR_PAYMENT_ORDER_PAID', CLOSED: 'ERR_PAYMENT_ORDER_CLOSED' } as const;
    if (!free) {
      const code =
        order.state === 'PAID' || order.state === 'CLOSED' ? expected[order.state] : 'ERR_PAYMENT_ORDER_BUSY';
      assert.equal(answer.body.code, code);
      return;
    }
    assert.equal(answer.status, 201);
    if (handle.intent) handle.stale.push(handle.intent);
    handle.intent = answer.body;
    order.state = 'PAYING';
    order.live = { customer: this.customer, known: 'open' };
  }
  toString = () => `open(${this.pick}, customer ${this.customer})`;
}

class Confirm extends OnOrder {
  readonly fault: ChannelFault | undefined;
  constructor(pick: number, customer: number, fault: ChannelFault | undefined) {
    super(pick, customer);
    this.fault = fault;
  }
  async on(order: ModelOrder, handle: Real['orders'][number], customer: TestCustomer, model: Model) {
    if (!handle.intent) return;
    const answer = async () => {
      const intent = handle.intent as OpenedIntent;
      return customer.confirm(intent.attemptId, customer.passkey.assert(intent.challenge));
    };
    if (order.live?.known !== 'open' || order.live.customer !== this.customer) {
      const refused = ['ERR_PAYMENT_INTENT_USED', 'ERR_PAYMENT_INTENT_NOT_FOUND', 'ERR_PAYMENT_INTENT_EXPIRED'];
      assert.ok(refused.includes((await answer()).body.code ?? ''));
      return;
    }
    faults.add(this.fault);
    const { status, body } = await answer();
    if (this.fault === 'decline' || this.fault === 'late_success') {
      assert.equal(body.code, 'ERR_PAYMENT_DECLINED');
      order.state = 'CREATED';
      order.live = undefined;
    } else if (this.fault === 'lost_reply' || this.fault === 'lost_request') {
      assert.deepEqual([status, body.attemptState], [200, 'UNKNOWN']);
      order.live = { customer: this.customer, known: this.fault === 'lost_reply' ? 'paid' : 'absent' };
    } else {
      assert.deepEqual([status, body.attemptState], [200, 'SUCCEEDED']);
      order.state = 'PAID';
      order.live = undefined;
      order.paidBy = this.customer;
      model.balances[this.customer] = (model.balances[this.customer] ?? 0n) - AMOUNT;
    }
  }
  toString = () => `confirm(${this.pick}, customer ${this.customer}, ${this.fault ?? 'no fault'})`;
}

class ReplayStale extends OnOrder {
  async on(_order: ModelOrder, handle: Real['orders'][number], customer: TestCustomer) {
    for (const intent of handle.stale.slice(-2)) {
      const answer = await customer.confirm(intent.attemptId, customer.passkey.assert(intent.challenge));
      assert.ok(answer.status >= 400 && answer.status < 500, JSON.stringify(answer));
    }
  }
  toString = () => `replay stale(${this.pick}, customer ${this.customer})`;
}

class Cancel extends OnOrder {
  async on(order: ModelOrder, handle: Real['orders'][number], customer: TestCustomer) {
    if (!handle.intent) return;
    const answer = await customer.cancel(handle.intent.attemptId);
    if (order.live?.known === 'open' && order.live.customer === this.customer) {
      assert.equal(answer.status, 200);
      order.state = 'CREATED';
      order.live = undefined;
    } else assert.ok([200, 404, 409].includes(answer.status));
  }
  toString = () => `cancel(${this.pick}, customer ${this.customer})`;
}

class Close extends OnOrder {
  async on(order: ModelOrder, handle: Real['orders'][number]) {
    const answer = await bank.partner.close(handle.orderId);
    if (order.state === 'PAID') assert.equal(answer.body.code, 'ERR_PAYMENT_ORDER_PAID');
    else if (order.live && order.live.known !== 'open') assert.equal(answer.body.code, 'ERR_PAYMENT_ORDER_BUSY');
    else {
      assert.equal(answer.body.state, 'CLOSED');
      order.state = 'CLOSED';
      order.live = undefined;
    }
  }
  toString = () => `close(${this.pick})`;
}

class Recover extends Step {
  allowed = () => true;
  async act(model: Model) {
    await bank.payments.recover(0);
    for (const order of model.orders) {
      if (order.live?.known === 'paid') {
        order.state = 'PAID';
        order.paidBy = order.live.customer;
        model.balances[order.live.customer] = (model.balances[order.live.customer] ?? 0n) - AMOUNT;
        order.live = undefined;
      } else if (order.live?.known === 'absent') {
        order.state = 'CREATED';
        order.live = undefined;
      }
    }
  }
  toString = () => 'recover';
}

class Notices extends Step {
  allowed = () => true;
  act = () => bank.channel.deliverNotices();
  toString = () => 'deliver notices';
}

class WaitOutIntents extends Step {
  allowed = (model: Readonly<Model>) => model.orders.some((order) => order.live?.known === 'open');
  async act(model: Model) {
    await bank.test.time.advance({ seconds: 121 });
    await bank.payments.expire();
    // The recovery job may have woken up as well; do what it does, so that the model knows.
    await new Recover().act(model);
    for (const order of model.orders) {
      if (order.live?.known !== 'open') continue;
      order.state = 'CREATED';
      order.live = undefined;
    }
  }
  toString = () => 'wait 121 s';
}

const pick = fc.nat(3);
const who = fc.nat(1);
const fault = fc.constantFrom<(ChannelFault | undefined)[]>(
  undefined,
  undefined,
  'decline',
  'lost_request',
  'lost_reply',
  'late_success',
  'duplicate',
);
const steps = [
  fc.constant(new Create()),
  fc.tuple(pick, who).map(([n, customer]) => new Open(n, customer)),
  fc.tuple(pick, who).map(([n, customer]) => new Open(n, customer)),
  fc.tuple(pick, who, fault).map(([n, customer, f]) => new Confirm(n, customer, f)),
  fc.tuple(pick, who, fault).map(([n, customer, f]) => new Confirm(n, customer, f)),
  fc.tuple(pick, who).map(([n, customer]) => new ReplayStale(n, customer)),
  fc.tuple(pick, who).map(([n, customer]) => new Cancel(n, customer)),
  fc.tuple(pick, who).map(([n, customer]) => new Close(n, customer)),
  fc.constant(new Recover()),
  fc.constant(new Notices()),
  fc.constant(new WaitOutIntents()),
];

test('whatever happens in whatever order, payments do what the model says and the books stay right', async (t) => {
  const seed = process.env.PORTICO_SEED === undefined ? Date.now() % 2 ** 31 : Number(process.env.PORTICO_SEED);
  t.diagnostic(`seed ${seed}`);
  const arbitrary = fc.commands(steps, { maxCommands: STEPS, size: 'max' });
  // A seed may draw short runs; the next ones make up for it, so that what passes has always meant something.
  for (let round = 0; accepted <= RUNS * 10; round += 1) {
    assert.ok(round < 5, 'enough steps are accepted to mean something');
    await fc.assert(
      fc.asyncProperty(arbitrary, async (commands) => {
        const customers = [await bank.customer(), await bank.customer()];
        const setup = () => ({
          model: { orders: [], balances: [500_000n, 500_000n] } satisfies Model,
          real: { orders: [], customers } satisfies Real,
        });
        await fc.asyncModelRun(setup, commands);
        // Leave nothing pending for the next run.
        await bank.channel.deliverNotices();
        await bank.payments.recover(0);
        await bank.provesItself();
      }),
      { seed: seed + round, numRuns: RUNS, endOnFailure: true },
    );
  }
  t.diagnostic(`${accepted} steps`);
});
