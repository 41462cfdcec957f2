import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element } from '../../../kit/sdk/card.ts';
import type { SavedView } from '../services/saved-view.ts';
import { stayCard } from './stay-card.ts';

const now = Date.UTC(2026, 4, 1, 6);
const carPark = { id: 'c1', name: { zh: '人民广场', en: 'People’s Square' }, address: { zh: '', en: '' } };
const stay = { stayId: 's1', carPark, enteredAt: now - 4_000_000, tariff: {} };
const quote = { dueFen: 1500 };
const leave = { carPark, state: 'PAID', paidAt: now - 60_000, leaveBy: now + 840_000 };
const car = (members: object) => ({
  plate: '沪A12345',
  at: now,
  stay: null,
  quote: null,
  leave: null,
  pending: null,
  ...members,
});
const drawn = (...stays: object[]): string => {
  const recorder = { write: () => undefined, listenerId: () => 'l0' };
  const card = stayCard({ stays } as unknown as SavedView, { now, locale: 'en', element });
  return card === undefined ? 'nothing' : JSON.stringify(card.describe(recorder));
};

test('nothing is shown when no car is parked, nothing is kept, or the car has been let out', () => {
  assert.equal(stayCard(undefined, { now, locale: 'zh', element }), undefined);
  assert.equal(drawn(car({})), 'nothing');
  assert.equal(drawn(car({ stay, leave: { ...leave, leaveBy: now - 1 } })), 'nothing');
});

test('the fee is shown with the moment it was of, and the button opens the app', () => {
  const card = drawn(car({ stay, quote }));
  assert.match(card, /"minor":"1500"/);
  assert.match(card, /As of 14:00/);
  assert.match(card, /"opens":"\/"/);
});

test('of two cars the one that owes more is shown, and a paid window before any debt', () => {
  const other = car({ plate: '沪B', stay, quote: { dueFen: 9900 } });
  assert.match(drawn(car({ stay, quote }), other), /"minor":"9900"/);
  const paid = drawn(other, car({ stay, leave }));
  assert.match(paid, /"counts":"down"/);
  assert.doesNotMatch(paid, /card-amount/);
});

test('nothing asks to pay while a payment is in progress or nothing is due', () => {
  assert.doesNotMatch(drawn(car({ stay, quote, pending: leave })), /card-button/);
  assert.match(drawn(car({ stay, quote: { dueFen: 0 } })), /Free for now/);
});
