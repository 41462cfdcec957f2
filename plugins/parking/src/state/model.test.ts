import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PaymentView, StayAnswer } from '../../contract/api.ts';
import type { Backend } from '../services/backend.ts';
import { ParkingProblem, type ProblemKind } from '../services/problem.ts';
import type { SavedView } from '../services/saved-view.ts';
import { type ModelParts, ParkingModel } from './model.ts';
import { currentStay } from './state.ts';

const PLATE = '沪A12345';
const carPark = { id: 'a', name: { zh: '甲', en: 'A' }, address: { zh: '甲', en: 'A' } };
const rate = { unitMinutes: 30, unitFen: 800, capFen: null };
const tariff = { freeMinutes: 15, dayStartsAt: 0, nightStartsAt: 720, day: rate, night: rate, dailyCapFen: 8000 };
const payment: PaymentView = {
  outOrderNo: 'PS1-001',
  stayId: 'S1',
  plate: PLATE,
  carPark,
  enteredAt: 0,
  state: 'CREATED',
  amountFen: 1600,
  quotedAt: 1000,
  paidAt: null,
  leaveBy: null,
  orderToken: 'token',
};
const stay: StayAnswer = {
  plate: PLATE,
  at: 1000,
  stay: { stayId: 'S1', carPark, enteredAt: 0, tariff },
  quote: {
    quoteId: 'Q1',
    at: 1000,
    heldUntil: 301_000,
    totalFen: 1600,
    paidFen: 0,
    dueFen: 1600,
    lines: [],
    next: null,
  },
  leave: null,
  pending: null,
};
const paid: PaymentView = { ...payment, state: 'PAID', paidAt: 2000, leaveBy: 902_000, orderToken: null };
const saved = (changes: Partial<SavedView> = {}): SavedView => ({
  savedAt: 1,
  plates: { plates: [{ plate: PLATE, kind: 'ordinary', boundAt: 0 }], most: 5 },
  selected: PLATE,
  stays: [stay],
  carParks: null,
  history: null,
  confirming: null,
  ...changes,
});
const coded = (code: string) => Object.assign(new Error(code), { code });

/** The model over a server of which the test says what it answers, and a container whose cashier it scripts. */
function world(script: {
  view?: SavedView;
  problem?: ProblemKind;
  cashier?: () => Promise<{ hint: 'processing' | 'cancelled' | 'maybe_paid' }>;
  gestureAlive?: () => boolean;
  order?: PaymentView;
}) {
  const calls: string[] = [];
  const listeners = new Map<string, (payload: never) => void>();
  let state: PaymentView['state'] = 'CREATED';
  let problem = script.problem;
  let written: SavedView | undefined;
  const answer = async <T>(name: string, value: T): Promise<T> => {
    calls.push(name);
    if (problem) throw new ParkingProblem(problem);
    return value;
  };
  const backend: Backend = {
    plates: () => answer('plates', saved().plates),
    addPlate: () => answer('addPlate', saved().plates),
    removePlate: () => answer('removePlate', { plates: [], most: 5 }),
    stay: () => answer('stay', state === 'PAID' ? { ...stay, quote: null, leave: paid } : stay),
    carParks: () => answer('carParks', { at: 0, carParks: [] }),
    createOrder: () => answer('createOrder', script.order ?? payment),
    payment: () => answer('payment', state === 'PAID' ? paid : { ...payment, state }),
    history: () => answer('history', { payments: [] }),
  };
  const portico = {
    app: {
      info: async () => ({ appId: 'a', name: 'A', version: '1.0.0', locale: 'zh-Hans', theme: 'dark' }) as const,
      launchOptions: async () => ({ path: '/', query: {} }),
      close: async () => null,
      setTitle: async () => null,
    },
    payment: {
      request: ({ orderToken }: { orderToken: string }) => {
        calls.push(`cashier ${orderToken}`);
        return script.cashier?.() ?? Promise.resolve({ hint: 'processing' as const });
      },
      query: async () => ({ hint: 'processing' as const }),
    },
    on: (name: string, listener: (payload: never) => void) => {
      listeners.set(name, listener);
      return () => undefined;
    },
  } satisfies ModelParts['portico'];
  const model = new ParkingModel({
    portico,
    backend,
    saved: {
      read: async () => script.view,
      write: async (view) => {
        written = view;
      },
    },
    now: () => 500,
    gestureAlive: script.gestureAlive ?? (() => true),
    pause: async () => undefined,
  });
  return {
    model,
    calls,
    emit: (name: string, payload: object) => listeners.get(name)?.(payload as never),
    setState: (next: PaymentView['state']) => {
      state = next;
    },
    setProblem: (next: ProblemKind | undefined) => {
      problem = next;
    },
    written: () => written,
  };
}

test('it starts with the saved view, in the container’s language and theme, and then with what is true now', async () => {
  const { model, calls } = world({ view: saved() });
  const seen: boolean[] = [];
  model.addEventListener('changed', () => seen.push(currentStay(model.state).value !== undefined));
  await model.start();
  assert.ok(seen[0], 'the saved stay is there before the server was asked');
  assert.deepEqual([model.state.locale, model.state.theme], ['zh', 'dark']);
  assert.deepEqual(calls, ['plates', 'stay']);
  assert.equal(model.now, 1000, 'countdowns run by the server’s clock');
});

test('offline it keeps showing the saved view, and paying does nothing', async () => {
  const { model, calls } = world({ view: saved(), problem: 'offline' });
  await model.start();
  assert.equal(model.state.online, false);
  assert.equal(currentStay(model.state).value?.quote?.dueFen, 1600);
  await model.pay();
  assert.deepEqual(calls, ['plates']);
});

test('back online it refreshes by itself', async () => {
  const { model, calls, emit, setProblem } = world({ view: saved(), problem: 'offline' });
  await model.start();
  setProblem(undefined);
  emit('network', { online: true });
  await new Promise(setImmediate);
  assert.deepEqual(calls, ['plates', 'plates', 'stay']);
});

test('shown again while it is still refreshing, it asks once', async () => {
  const { model, calls, emit } = world({});
  const starting = model.start();
  emit('show', {});
  await starting;
  assert.deepEqual(calls, ['plates', 'stay']);
});

test('paying makes an order, opens the cashier once, and believes only the server', async () => {
  const { model, calls, setState } = world({
    cashier: async () => {
      setState('PAID');
      return { hint: 'processing' };
    },
  });
  await model.start();
  await model.pay();
  assert.deepEqual(calls.slice(2), ['createOrder', 'cashier token', 'payment', 'stay']);
  assert.equal(currentStay(model.state).value?.leave?.state, 'PAID');
  assert.equal(model.state.paying.step, 'idle');
});

test('a hint that the payment is processing is not taken for paid', async () => {
  const { model } = world({ cashier: async () => ({ hint: 'maybe_paid' }) });
  await model.start();
  await model.pay();
  assert.equal(currentStay(model.state).value?.leave, null);
  assert.equal(model.state.notice, 'payNotTaken');
});

test('when the tap is too long ago the order waits, and the next tap opens the cashier before anything else', async () => {
  const { model, calls } = world({ gestureAlive: () => false, cashier: async () => ({ hint: 'cancelled' }) });
  await model.start();
  await model.pay();
  assert.equal(model.state.paying.step, 'ready');
  const before = calls.length;
  const paying = model.pay();
  assert.deepEqual(calls.slice(before), ['cashier token'], 'asked within the tap itself');
  await paying;
  assert.equal(model.state.notice, 'payCancelled');
});

test('a cashier that the container refused for want of a tap leaves the order ready', async () => {
  const { model } = world({ cashier: () => Promise.reject(coded('ERR_BRIDGE_NEEDS_GESTURE')) });
  await model.start();
  await model.pay();
  assert.equal(model.state.paying.step, 'ready');
});

test('a cashier that broke off is followed by asking the server, for money may have moved', async () => {
  const { model, calls, setState } = world({
    cashier: async () => {
      setState('PAID');
      throw coded('ERR_BRIDGE_CLOSED');
    },
  });
  await model.start();
  await model.pay();
  assert.ok(calls.includes('payment'));
  assert.equal(currentStay(model.state).value?.leave?.state, 'PAID');
});

test('while a payment is under way a second tap does nothing', async () => {
  let finish = () => undefined as undefined;
  const { model, calls } = world({
    cashier: () =>
      new Promise((resolve) => {
        finish = () => {
          resolve({ hint: 'cancelled' });
          return undefined;
        };
      }),
  });
  await model.start();
  const first = model.pay();
  await new Promise(setImmediate);
  await model.pay();
  assert.equal(calls.filter((call) => call.startsWith('cashier')).length, 1);
  finish();
  await first;
});

test('the number of a payment is saved before the cashier opens, and its result is asked for after a restart', async () => {
  const first = world({ cashier: () => new Promise(() => undefined) });
  await first.model.start();
  void first.model.pay();
  await new Promise(setImmediate);
  assert.equal(first.written()?.confirming, 'PS1-001');

  const second = world({ view: saved({ confirming: 'PS1-001' }) });
  second.setState('PAID');
  await second.model.start();
  assert.ok(second.calls.includes('payment'));
  assert.ok(!second.calls.some((call) => call.startsWith('cashier')), 'nothing is ever paid without a tap');
  assert.equal(second.written()?.confirming, null);
});

test('a fee that changed under the customer’s finger is shown again instead of paid', async () => {
  const { model, calls, setProblem } = world({});
  await model.start();
  setProblem('quote-old');
  await model.pay();
  assert.equal(model.state.notice, 'problemQuoteOld');
  assert.deepEqual(calls.slice(2), ['createOrder', 'stay']);
});

test('a refused plate says why and stays in the sheet', async () => {
  const { model, setProblem } = world({});
  await model.start();
  model.openSheet('add-plate');
  setProblem('too-many-plates');
  assert.equal(await model.addPlate('沪B12345'), false);
  assert.deepEqual([model.state.sheet, model.state.plateProblem], ['add-plate', 'too-many-plates']);
});
