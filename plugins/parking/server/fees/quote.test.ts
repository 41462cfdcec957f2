import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plate } from '../../contract/plate.ts';
import type { Tariff } from '../../contract/tariff.ts';
import type { PaymentRecord, StayRecord } from '../store/records.ts';
import { leavePermit, nextDue, paidFor, quoteFor } from './quote.ts';

const tariff: Tariff = {
  freeMinutes: 15,
  dayStartsAt: 450,
  nightStartsAt: 1170,
  day: { unitMinutes: 30, unitFen: 800, capFen: null },
  night: { unitMinutes: 60, unitFen: 400, capFen: 2000 },
  dailyCapFen: 8000,
};
const at = (time: string) => Date.parse(`2026-03-02T${time}+08:00`);
const stay: StayRecord = {
  stayId: 'S1',
  plate: '沪A12345' as Plate,
  carParkId: 'renmin-square',
  enteredAt: at('10:00:00'),
  leftAt: null,
};
const payment = (changes: Partial<PaymentRecord>): PaymentRecord => ({
  outOrderNo: 'PS1-001',
  openid: 'anna',
  stayId: 'S1',
  quoteId: 'Q1',
  plate: stay.plate,
  carParkId: stay.carParkId,
  enteredAt: stay.enteredAt,
  quotedAt: at('11:00:00'),
  amountFen: 1600,
  state: 'PAID',
  orderVersion: 3,
  orderId: 'o',
  orderToken: 't',
  createdAt: at('11:00:00'),
  paidAt: at('11:01:00'),
  leaveBy: at('11:16:00'),
  ...changes,
});
const quote = (payments: readonly PaymentRecord[], now: number) =>
  quoteFor({ stay, tariff, payments, openid: 'anna', quoteId: 'Q2' }, now);

test('whoever misses the leave window pays the difference, shown as a line of its own', () => {
  const late = quote([payment({})], at('12:00:00'));
  assert.deepEqual([late.totalFen, late.paidFen, late.dueFen], [4 * 800, 1600, 1600]);
  assert.deepEqual(late.lines.at(-1)?.amountFen, -1600);
  assert.equal(late.lines.at(-1)?.kind, 'paid');
});

test('the leave window is open until the minute it ends, and only for money that was kept', () => {
  assert.ok(leavePermit([payment({})], at('11:15:59')));
  assert.equal(leavePermit([payment({})], at('11:16:00')), undefined);
  assert.equal(leavePermit([payment({ state: 'REFUNDED' })], at('11:05:00')), undefined);
  assert.equal(leavePermit([payment({ state: 'PAYING', paidAt: null, leaveBy: null })], at('11:05:00')), undefined);
});

test('only kept payments count towards the stay', () => {
  const states = ['NEW', 'CREATED', 'PAYING', 'PAID', 'REFUNDED', 'CLOSED'] as const;
  assert.equal(paidFor(states.map((state) => payment({ state }))), 1600);
});

test('the next rise of what is due looks past what has been paid already', () => {
  const covered = quote([payment({ amountFen: 4000 })], at('11:30:00'));
  assert.equal(covered.dueFen, 0);
  assert.deepEqual(nextDue(covered, stay, tariff), { at: at('12:46:00'), dueFen: 800 });
});
