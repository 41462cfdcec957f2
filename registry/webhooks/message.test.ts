import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { messageOf, parseOrderEvent, signedHeaders } from './message.ts';

const event = {
  orderId: '0b9c3c1e-6f0e-4c51-9a5e-000000000001',
  partnerId: 'cityparking',
  outOrderNo: 'n1',
  state: 'PAID',
  orderVersion: 3,
  at: '2030-01-01T00:00:00.000Z',
};

test('fault 52: while a secret is being rotated, a partner that holds either of the two can verify', () => {
  const secrets = [7, 9].map((byte) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`);
  const body = messageOf(event)?.body ?? '';
  const headers = signedHeaders({ id: 'msg_1', body }, secrets, new Date());
  assert.equal(headers['webhook-signature'].split(' ').length, 2);
  for (const secret of secrets) assert.ok(new Webhook(secret).verify(body, headers));
  const third = `whsec_${Buffer.alloc(32, 11).toString('base64')}`;
  assert.throws(() => new Webhook(third).verify(body, headers));
});

test('the time is part of what is signed', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const headers = signedHeaders({ id: 'msg_1', body: '{}' }, [secret], new Date());
  const later = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) };
  assert.throws(() => new Webhook(secret).verify('{}', later));
});

test('an event that is not one is noticed, and states that are no news make no message', () => {
  for (const payload of [null, 'PAID', {}, { ...event, orderVersion: '3' }])
    assert.equal(parseOrderEvent(payload), undefined);
  assert.deepEqual(parseOrderEvent({ ...event, appId: 'x' }), event);
  assert.equal(messageOf({ ...event, state: 'PAYING' }), undefined);
});
