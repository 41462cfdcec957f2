import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { test } from 'node:test';
import { readPartnerKey } from './partner-key.ts';
import { signRequest } from './signed-request.ts';

function freshKey() {
  const pair = generateKeyPairSync('ed25519');
  return { publicKey: pair.publicKey, key: readPartnerKey(JSON.stringify(pair.privateKey.export({ format: 'jwk' }))) };
}

test('a signed request verifies over method, path, body digest, time and nonce', () => {
  const { key, publicKey } = freshKey();
  const body = '{"title":"停车费"}';
  const headers = signRequest(key, {
    method: 'POST',
    path: '/api/v1/orders?a=1',
    body,
    now: new Date('2026-03-01T08:00:00.900Z'),
    nonce: 'n-1',
  });
  const digest = createHash('sha256').update(body).digest('hex');
  const signed = `portico-request-v1\nPOST\n/api/v1/orders?a=1\n${digest}\n1772352000\nn-1`;
  const signature = Buffer.from(headers['Portico-Signature'], 'base64url');
  assert.equal(headers['Portico-Timestamp'], '1772352000');
  assert.ok(verify(null, Buffer.from(signed), publicKey, signature));
  assert.ok(!verify(null, Buffer.from(signed.replace('a=1', 'a=2')), publicKey, signature));
});

test('the key id is the first half of the SHA-256 of the raw public key', () => {
  const { key, publicKey } = freshKey();
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  assert.equal(raw.length, 32);
  assert.equal(key.keyId, createHash('sha256').update(raw).digest('hex').slice(0, 32));
});

test('a key of another kind, a public key and a broken file are refused without quoting them', () => {
  const wrong = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const publicOnly = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  for (const text of [JSON.stringify(wrong), JSON.stringify(publicOnly), 'not json', '{}']) {
    assert.throws(
      () => readPartnerKey(text),
      (error: { code?: unknown; message: string; cause?: unknown }) =>
        error.code === 'ERR_KIT_KEY' && error.cause === undefined && !error.message.includes(text),
    );
  }
});
