import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { readWebhook } from './webhook.ts';

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const OLD_SECRET = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;
const BODY = JSON.stringify({
  type: 'order.paid',
  timestamp: '2026-03-01T08:00:00Z',
  data: { orderId: 'o-1', outOrderNo: 'P1', state: 'PAID', orderVersion: 3 },
});

function signedHeaders(body: string, secret = SECRET, at = new Date()) {
  return {
    'webhook-id': 'msg-1',
    'webhook-timestamp': Math.floor(at.getTime() / 1000).toString(),
    'webhook-signature': new Webhook(secret).sign('msg-1', at, body),
  };
}

test('a signed notice is read', () => {
  assert.deepEqual(readWebhook([SECRET], signedHeaders(BODY), BODY), {
    id: 'msg-1',
    type: 'order.paid',
    orderId: 'o-1',
    outOrderNo: 'P1',
    state: 'PAID',
    orderVersion: 3,
  });
});

test('while a secret is replaced, both are good', () => {
  assert.equal(readWebhook([SECRET, OLD_SECRET], signedHeaders(BODY, OLD_SECRET), BODY).orderId, 'o-1');
});

test('a changed body, another secret, an old notice and missing headers are refused', () => {
  const refused = { code: 'ERR_KIT_WEBHOOK' };
  const old = new Date(Date.now() - 6 * 60_000);
  assert.throws(() => readWebhook([SECRET], signedHeaders(BODY), BODY.replace('PAID', 'VOID')), refused);
  assert.throws(() => readWebhook([SECRET], signedHeaders(BODY, OLD_SECRET), BODY), refused);
  assert.throws(() => readWebhook([SECRET], signedHeaders(BODY, SECRET, old), BODY), refused);
  assert.throws(() => readWebhook([SECRET], {}, BODY), refused);
  assert.throws(() => readWebhook([], signedHeaders(BODY), BODY), refused);
});

test('a signed notice of unknown shape is told apart from a forged one', () => {
  for (const body of ['{}', 'null', 'not json', BODY.replace('3', '"3"')]) {
    assert.throws(() => readWebhook([SECRET], signedHeaders(body), body), { code: 'ERR_KIT_WEBHOOK_SHAPE' }, body);
  }
});
